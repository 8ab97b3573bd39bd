#include "convert.hpp"
#include "plan_finding.hpp"
#include "register.hpp"
#include "roster_plan.hpp"

#include <cadre/reports/rotation_plan_text.hpp>
#include <cadre/rotation/grouping.hpp>
#include <cadre/rotation/move_order.hpp>
#include <cadre/rotation/occupancy.hpp>
#include <cadre/rotation/plan_check.hpp>

#include <pybind11/stl.h>

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace cadre::python {
namespace {

using Keys = std::vector<std::string>;

/// Results with the plan that they are of.
struct OrderedPlan {
    RosterPlan of;
    MoveOrder order;
};
struct PlanOccupancy {
    Roster roster;
    Occupancy occupancy;
};
struct CheckedPlan {
    RosterPlan of;
    MoveRules rules;
    PlanCheck check;
};

Keys post_keys(const Roster& roster) {
    return vertex_keys(roster, Grouping::post);
}

/// Adds the row and the key of a post, None where there is none.
void put_post(py::dict& row, const char* name, std::optional<std::size_t> post, const Keys& keys) {
    row[name] = post;
    row[py::str(std::string(name) + "_key")] = post ? py::cast(keys[*post]) : py::object(py::none());
}

py::object from_bound(DayNumber day) {
    return day == DayBounds::always || day == DayBounds::never ? py::object(py::none()) : from_day(day);
}

void put_move(py::dict& row, const RotationMove& move, const Keys& keys) {
    row["row"] = move.row;
    row["cadre"] = move.person;
    put_post(row, "from", move.from, keys);
    put_post(row, "to", move.to, keys);
    row["enters"] = move.enters;
    row["leaves"] = move.leaves;
    row["day"] = from_day(move.day);
    row["kind"] = move.kind;
    row["published"] = move.published;
}

py::list dicts_of_plan(const RosterPlan& plan) {
    const Keys keys = post_keys(plan.roster);
    py::list rows;
    for (const RotationMove& move : plan.plan.moves) {
        py::dict row;
        put_move(row, move, keys);
        rows.append(row);
    }
    return rows;
}

py::list dicts_of_order(const OrderedPlan& ordered) {
    const Keys keys = post_keys(ordered.of.roster);
    py::list rows;
    for (const OrderedMove& move : ordered.order.moves) {
        py::dict row;
        row["move"] = move.move;
        row["stage"] = move.stage;
        put_move(row, ordered.of.plan.moves[move.move], keys);
        row["day"] = from_day(move.day);
        row["leaves_on"] = from_day(move.leaves_on);
        row["takes_seat_of"] = move.takes_seat_of;
        row["depends_on"] = move.depends_on;
        row["cycle"] = move.cycle;
        rows.append(row);
    }
    return rows;
}

const char* code_of(MoveObstacle obstacle) {
    switch (obstacle) {
        case MoveObstacle::not_known: return "not_known";
        case MoveObstacle::not_held: return "not_held";
        case MoveObstacle::already_held: return "already_held";
        case MoveObstacle::seats_unknown: return "seats_unknown";
        case MoveObstacle::no_seat: return "no_seat";
        default: return "waits";
    }
}

py::list dicts_of_blocked(const OrderedPlan& ordered) {
    const Keys keys = post_keys(ordered.of.roster);
    py::list rows;
    for (const BlockedMove& blocked : ordered.order.blocked) {
        py::dict row;
        row["move"] = blocked.move;
        put_move(row, ordered.of.plan.moves[blocked.move], keys);
        row["obstacle"] = code_of(blocked.obstacle);
        row["waits_for"] = blocked.waits_for;
        rows.append(row);
    }
    return rows;
}

py::list dicts_of_spans(const PlanOccupancy& found) {
    const Keys keys = post_keys(found.roster);
    py::list rows;
    for (const SeatSpan& span : found.occupancy.spans) {
        py::dict row;
        put_post(row, "post", span.post, keys);
        row["from"] = from_day(span.from);
        row["to"] = from_bound(span.to);
        row["least"] = span.least;
        row["most"] = span.most;
        row["seats"] = found.occupancy.seats[span.post];
        rows.append(row);
    }
    return rows;
}

py::list dicts_of_holdings(const PlanOccupancy& found) {
    const Keys keys = post_keys(found.roster);
    py::list rows;
    for (const Holding& holding : found.occupancy.holdings) {
        py::dict row;
        row["cadre"] = holding.person;
        put_post(row, "post", holding.post, keys);
        row["from_earliest"] = from_bound(holding.from.earliest);
        row["from_latest"] = from_bound(holding.from.latest);
        row["to_earliest"] = from_bound(holding.to.earliest);
        row["to_latest"] = from_bound(holding.to.latest);
        row["acting"] = from_verdict(holding.acting);
        row["spell"] = holding.spell;
        row["taken_by"] = holding.taken_by;
        row["left_by"] = holding.left_by;
        rows.append(row);
    }
    return rows;
}

void put_rule(py::dict& row, const RotationPolicy& rule) {
    put_clause(row, rule.id, rule.title, rule.citation);
    row["rule"] = std::string(to_code(rule.rule));
}

py::dict from_rule(const RotationPolicy& rule) {
    py::dict row;
    put_rule(row, rule);
    return row;
}

py::list dicts_of_check(const CheckedPlan& checked) {
    const Keys keys = post_keys(checked.of.roster);
    py::list rows;
    for (const PlanCheckFinding& finding : checked.check.findings) {
        py::dict row;
        row["matter"] = to_code(finding.matter);
        row["status"] = to_code(finding.status);
        for (const char* name : {"policy", "title", "citation", "rule"}) row[name] = py::none();
        if (finding.rule) put_rule(row, checked.check.rules[*finding.rule]);
        row["move"] = finding.move;
        row["other"] = finding.other;
        const auto& moves = checked.of.plan.moves;
        row["cadre"] = finding.move ? moves[*finding.move].person : std::optional<std::size_t>();
        put_post(row, "post", finding.post, keys);
        row["spell"] = finding.spell;
        row["from"] = from_day(finding.from);
        row["to"] = from_day(finding.to);
        row["least"] = finding.least;
        row["most"] = finding.most;
        row["missing"] = list_of<py::dict>(finding.missing, from_missing);
        rows.append(row);
    }
    return rows;
}

/// The explanation of a finding on a rule "move" or "direction"; None for another.
std::optional<Explanation> explanation_of(const CheckedPlan& checked, py::ssize_t finding_row,
                                          const std::string& audience) {
    const std::size_t at = to_row(finding_row);
    if (at >= checked.check.findings.size()) throw py::index_error("there is no such finding");
    const PlanCheckFinding& finding = checked.check.findings[at];
    if (!finding.rule || *finding.rule >= checked.rules.rules().size()) return {};
    const auto move = proposed_move(checked.of.plan.moves[*finding.move]);
    return checked.rules.explain(*move, *finding.rule, to_audience(audience));
}

OrderedPlan order_of(const RosterPlan& plan, const py::object& start, std::int64_t handover_days,
                     const std::string& cycles) {
    OrderOptions options{.handover_days = to_day_count(handover_days, "handover_days")};
    if (!start.is_none()) options.start = date_of(to_day(start, "start"));
    if (cycles == "interim") {
        options.cycles = CycleRule::interim;
    } else if (cycles != "one_day") {
        throw py::value_error("cycles must be one_day or interim");
    }
    const py::gil_scoped_release unlocked;
    return {plan, order_moves(plan.roster, plan.plan, options)};
}

CheckedPlan check_of(const Pack& pack, const RosterPlan& plan, const py::object& law_as_of, bool strict_snapshot,
                     int threads, std::int64_t handover_days, std::optional<std::int64_t> longest_vacancy,
                     bool acting_fills, std::vector<std::pair<std::size_t, std::size_t>> concurrent_posts,
                     const std::optional<RosterPlan>& earlier) {
    PlanCheckOptions options{.law = {.strict_snapshot = strict_snapshot, .threads = to_threads(threads)},
                             .handover_days = to_day_count(handover_days, "handover_days"),
                             .longest_vacancy = {},
                             .acting_fills = acting_fills,
                             .concurrent_posts = std::move(concurrent_posts)};
    if (longest_vacancy) options.longest_vacancy = to_day_count(*longest_vacancy, "longest_vacancy");
    if (!law_as_of.is_none()) options.law.law_as_of = date_of(to_day(law_as_of, "law_as_of"));
    if (earlier) options.earlier = earlier->plan;
    const py::gil_scoped_release unlocked;
    return {plan, MoveRules(pack, plan.roster, options.law), check_plan(pack, plan.roster, plan.plan, options)};
}

void register_plan(py::module_& module) {
    py::class_<RosterPlan>(module, "RotationPlan", "The moves of a rotation plan, with the roster that they are of.")
        .def("__len__", [](const RosterPlan& p) { return p.plan.moves.size(); })
        .def_property_readonly(
            "findings", [](const RosterPlan& p) { return list_of<py::dict>(p.plan.findings, from_finding); },
            "Rows of `planned_moves` that cannot be right.")
        .def("to_dicts", &dicts_of_plan, "One dict a move: rows of `cadres` and `posts`, keys of posts, and the day.")
        .def("order", &order_of, py::kw_only(), py::arg("start") = py::none(), py::arg("handover_days") = 0,
             py::arg("cycles") = "one_day",
             "Finds an order by vacancy, with no move before the day start (None: the plan's first). A seat is taken\n"
             "handover_days (0 to 65535) after it is left. Cycles are carried out on \"one_day\", or broken by an\n"
             "\"interim\" holder. ValueError for other values.")
        .def(
            "occupancy",
            [](const RosterPlan& p) {
                const py::gil_scoped_release unlocked;
                return PlanOccupancy{p.roster, occupancy_of(p.roster, p.plan)};
            },
            "Carries the moves out: who holds which post from the day before the plan on.");
}

void register_results(py::module_& module) {
    py::class_<OrderedPlan>(module, "MoveOrder", "An order in which the moves of a plan can be carried out.")
        .def_property_readonly(
            "cycles", [](const OrderedPlan& o) { return o.order.cycles; },
            "Positions of moves, each of which takes the seat of the one before, the first that of the last.")
        .def_property_readonly(
            "critical_chain", [](const OrderedPlan& o) { return o.order.critical_chain; },
            "Positions of the longest chain of moves of which each depends on the last one.")
        .def_property_readonly(
            "critical_days", [](const OrderedPlan& o) { return o.order.critical_days; },
            "The fewest days that the critical chain takes.")
        .def_property_readonly("blocked", &dicts_of_blocked, "One dict a move without a place, with why.")
        .def_property_readonly(
            "plan",
            [](const OrderedPlan& o) {
                return RosterPlan{o.of.roster, o.order.plan};
            },
            "The moves in this order, with their new days.")
        .def("to_dicts", &dicts_of_order, "One dict a move that has a place, in the order.")
        .def(
            "to_text",
            [](const OrderedPlan& o, const std::string& lang) {
                return rotation_order_text(o.order, o.of.plan, o.of.roster, to_language(lang));
            },
            py::arg("lang") = "en");
    py::class_<PlanOccupancy>(module, "Occupancy", "Who holds which post from the day before a plan on.")
        .def_property_readonly(
            "before", [](const PlanOccupancy& o) { return from_day(o.occupancy.before); },
            "The day before the first move that has a day; 1969-12-31 where none has one.")
        .def_property_readonly(
            "last", [](const PlanOccupancy& o) { return from_day(o.occupancy.last); },
            "The day of the last move that has one.")
        .def_property_readonly(
            "unlisted", [](const PlanOccupancy& o) { return o.occupancy.unlisted; },
            "Cadres who may hold posts that the roster does not name.")
        .def_property_readonly("holdings", &dicts_of_holdings)
        .def_property_readonly(
            "row_findings",
            [](const PlanOccupancy& o) { return list_of<py::dict>(o.occupancy.row_findings, from_finding); },
            "Posts with a negative number of seats.")
        .def("to_dicts", &dicts_of_spans, "One dict for each post and days on which as many hold it.");
    py::class_<CheckedPlan>(module, "PlanCheck", "What stands against a rotation plan.")
        .def_property_readonly("passes", [](const CheckedPlan& c) { return c.check.passes(); })
        .def_property_readonly(
            "plan", [](const CheckedPlan& c) { return c.of; }, "The plan that was checked.")
        .def_property_readonly(
            "rules", [](const CheckedPlan& c) { return list_of(c.check.rules, from_rule); },
            "The rules by which it was checked: on moves and on the least stay, each with its clause.")
        .def_property_readonly(
            "row_findings", [](const CheckedPlan& c) { return list_of<py::dict>(c.check.row_findings, from_finding); },
            "Rows of the roster that cannot be right: a negative number of seats.")
        .def("to_dicts", &dicts_of_check, "One dict a finding, by move, then by post and day.")
        .def("explain", &explanation_of, py::arg("finding"), py::arg("audience") = "subject",
             "Why a finding on a rule \"move\" or \"direction\" was made; None for another.")
        .def(
            "to_text",
            [](const CheckedPlan& c, const std::string& lang) {
                return rotation_check_text(c.check, c.of.plan, c.of.roster, to_language(lang));
            },
            py::arg("lang") = "en");
}

}  // namespace

void register_rotation_plan(py::module_& module) {
    register_results(module);
    register_plan(module);
    auto roster = py::reinterpret_borrow<py::class_<Roster>>(module.attr("Roster"));
    roster.def(
        "rotation_plan",
        [](const Roster& r) {
            return RosterPlan{r, read_rotation_plan(r)};
        },
        "Reads the table `planned_moves`.");
    auto pack = py::reinterpret_borrow<py::class_<Pack>>(module.attr("Pack"));
    pack.def(
        "check_plan", &check_of, py::arg("plan"), py::kw_only(), py::arg("law_as_of") = py::none(),
        py::arg("strict_snapshot") = false, py::arg("threads") = 1, py::arg("handover_days") = 0,
        py::arg("longest_vacancy") = 0, py::arg("acting_fills") = true,
        py::arg("concurrent_posts") = std::vector<std::pair<std::size_t, std::size_t>>(),
        py::arg("earlier") = py::none(),
        "Checks a rotation plan against its roster and the pack's rotation policies. handover_days (0 to 65535): so\n"
        "long two may be in one seat; longest_vacancy (the same, or None for any): so long a seat that is left may be\n"
        "empty. concurrent_posts are pairs of rows of `posts` that one may hold at once; published moves of the plan\n"
        "earlier, of the same roster, have to be in this one. Without acting_fills, who acts in a seat does not fill\n"
        "it. ValueError for days out of range; cadre.Error for rules that are wrong and rows that are not there.");
}

}  // namespace cadre::python
