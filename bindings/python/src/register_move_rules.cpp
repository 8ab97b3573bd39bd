#include "convert.hpp"
#include "plan_finding.hpp"
#include "register.hpp"

#include <cadre/rotation/move_rules.hpp>

#include <pybind11/stl.h>

#include <optional>
#include <set>
#include <string>
#include <vector>

namespace cadre::python {
namespace {

/// The members of a row of `RotationPlan.to_dicts`; what is not needed to judge a move may be there, too.
const std::set<std::string> known_members{"cadre", "to",       "from",   "day",    "kind",     "enters",
                                          "row",   "from_key", "to_key", "leaves", "published"};

template <class Made>
Made member_of(const py::dict& move, const char* name, Made absent, const char* complaint) {
    if (!move.contains(name) || move[name].is_none()) return absent;
    return cast_as<Made>(move[name], complaint);
}

std::optional<std::size_t> row_of(const py::dict& move, const char* name) {
    if (!move.contains(name) || move[name].is_none()) return {};
    return to_row(cast_as<py::ssize_t>(move[name], "a move: cadre, to, from and row must be int"));
}

ProposedMove to_move(const py::dict& given) {
    for (const auto& [name, value] : given) {
        if (!known_members.contains(cast_as<std::string>(name, "a move: its members must be named by str")))
            throw py::value_error("a move has no \"" + py::cast<std::string>(name) + '"');
    }
    const auto cadre = row_of(given, "cadre");
    if (!cadre || !given.contains("day") || given["day"].is_none())
        throw py::value_error("a move needs a cadre and a day");
    if (member_of(given, "leaves", false, "a move: leaves must be bool"))
        throw py::value_error("a move that only leaves a post is judged by no rule on moves");
    ProposedMove move;
    move.cadre = *cadre;
    move.to = row_of(given, "to");
    move.from = row_of(given, "from");
    move.enters = member_of(given, "enters", false, "a move: enters must be bool");
    move.day = to_day(given["day"], "day");
    move.kind = member_of(given, "kind", std::string(), "a move: kind must be str");
    move.row = row_of(given, "row");
    return move;
}

std::vector<ProposedMove> to_moves(const py::iterable& given) {
    std::vector<ProposedMove> moves;
    for (const py::handle& move : given) moves.push_back(to_move(cast_as<py::dict>(move, "a move must be a dict")));
    return moves;
}

std::size_t to_rule(const MoveRules& rules, py::ssize_t rule) {
    const std::size_t at = to_row(rule);
    if (at >= rules.rules().size()) throw py::index_error("there is no such rule");
    return at;
}

py::list judge(const MoveRules& rules, const py::iterable& given) {
    const std::vector<ProposedMove> moves = to_moves(given);
    const MoveVerdicts verdicts = [&] {
        const py::gil_scoped_release unlocked;
        return rules.judge(moves);
    }();
    py::list rows;
    for (std::size_t move = 0; move < moves.size(); ++move) {
        for (std::size_t rule = 0; rule < rules.rules().size(); ++rule) {
            const RotationPolicy& policy = rules.rules()[rule];
            const MoveVerdict& verdict = verdicts.at(move, rule);
            py::dict row;
            row["move"] = move;
            row["rule"] = rule;
            put_clause(row, policy.id, policy.title, policy.citation);
            row["allowed"] = from_verdict(verdict.allowed());
            row["meets"] = from_verdict(verdict.meets);
            row["exempt"] = from_verdict(verdict.exempt);
            rows.append(row);
        }
    }
    return rows;
}

MoveRules rules_of(const Pack& pack, const Roster& roster, const py::object& law_as_of, bool strict_snapshot,
                   int threads) {
    MoveRuleOptions options{.strict_snapshot = strict_snapshot, .threads = to_threads(threads)};
    if (!law_as_of.is_none()) options.law_as_of = date_of(to_day(law_as_of, "law_as_of"));
    return {pack, roster, options};
}

}  // namespace

void register_move_rules(py::module_& module) {
    py::class_<MoveRules>(module, "MoveRules", "The rules \"move\" and \"direction\" of a pack, over one roster.")
        .def_property_readonly("rules", &MoveRules::rules, "The rules, in document order.")
        .def(
            "judge", &judge, py::arg("moves"),
            "One dict for each move and rule: the rule with its clause, and the verdicts allowed, meets and exempt.\n"
            "A move is a dict as of RotationPlan.to_dicts: cadre and day, and where known the rows to and from, kind,\n"
            "and enters, where no post is left. ValueError for other members; cadre.Error for rows and kinds that\n"
            "are not there.")
        .def(
            "missing",
            [](const MoveRules& r, const py::dict& move, py::ssize_t rule) {
                return list_of<py::dict>(r.missing(to_move(move), to_rule(r, rule)), from_missing);
            },
            py::arg("move"), py::arg("rule"), "The missing cells that leave a rule, by position, open for a move.")
        .def(
            "explain",
            [](const MoveRules& r, const py::dict& move, py::ssize_t rule, const std::string& audience) {
                return r.explain(to_move(move), to_rule(r, rule), to_audience(audience));
            },
            py::arg("move"), py::arg("rule"), py::arg("audience") = "subject",
            "Why a rule, by position, allows a move or not.");
    auto pack = py::reinterpret_borrow<py::class_<Pack>>(module.attr("Pack"));
    pack.def("move_rules", &rules_of, py::arg("roster"), py::kw_only(), py::arg("law_as_of") = py::none(),
             py::arg("strict_snapshot") = false, py::arg("threads") = 1,
             "The pack's rules on planned moves, over a roster. law_as_of None: the day of each move.");
}

}  // namespace cadre::python
