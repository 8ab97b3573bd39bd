#include "convert.hpp"
#include "plan_finding.hpp"
#include "policy_class.hpp"
#include "register.hpp"
#include "verdicts.hpp"

#include <cadre/planning/composition.hpp>
#include <cadre/planning/planning_form.hpp>
#include <cadre/planning/readiness.hpp>
#include <cadre/planning/screening.hpp>
#include <cadre/reports/form_text.hpp>
#include <cadre/reports/planning_text.hpp>

#include <pybind11/stl.h>

#include <memory>
#include <string>

namespace cadre::python {
namespace {

using SharedScreening = std::shared_ptr<Screening>;

py::dict to_dict(const SexCounts& counts) {
    py::dict values;
    values["female"] = counts.female;
    values["male"] = counts.male;
    values["not_known"] = counts.not_known;
    return values;
}

py::dict to_dict(const EntryCriterion& criterion) {
    py::dict row;
    put_clause(row, criterion.policy, criterion.title, criterion.citation);
    row["day"] = from_day(criterion.day);
    row["counts"] = criterion.counts;
    row["excluded"] = to_dict(criterion.excluded);
    return row;
}

std::vector<std::string> policies_of(const Screening& screening, const std::vector<std::size_t>& criteria) {
    std::vector<std::string> ids;
    for (const std::size_t at : criteria) ids.push_back(screening.criteria[at].policy);
    return ids;
}

py::list pools_of(const Screening& screening) {
    py::list rows;
    for (std::size_t pool = 0; pool < screening.pools.size(); ++pool) {
        const PoolScreening& found = screening.pools[pool];
        py::dict row;
        row["pool"] = screening.plan.pools[pool].key;
        row["policies"] = policies_of(screening, found.criteria);
        row["doubtful"] = policies_of(screening, found.doubtful);
        row["met"] = found.all.met;
        row["not_met"] = found.all.not_met;
        row["undetermined"] = found.all.undetermined;
        row["members"] = found.members;
        row["newcomers"] = found.newcomers;
        rows.append(row);
    }
    return rows;
}

Verdicts who_may_enter(const SharedScreening& screening, py::ssize_t pool) {
    if (pool < 0 || static_cast<std::size_t>(pool) >= screening->pools.size()) {
        throw py::index_error("there is no pool " + std::to_string(pool));
    }
    const auto column = std::make_shared<VerdictColumn>(screening->who_may_enter(static_cast<std::size_t>(pool)));
    return {column, *column};
}

SharedScreening screen_roster(const Pack& pack, const Roster& roster, const py::object& as_of,
                              const py::object& law_as_of, bool strict_snapshot, int threads) {
    const EvaluationOptions options = to_options(as_of, law_as_of, strict_snapshot, threads);
    const py::gil_scoped_release unlocked;
    return std::make_shared<Screening>(screen(pack, roster, options));
}

void register_screening(py::module_& module) {
    py::class_<Screening, SharedScreening>(module, "Screening",
                                           "All cadres against the entry policies of all planning pools.")
        .def_readonly("pack", &Screening::pack)
        .def_property_readonly("as_of", [](const Screening& s) { return from_day(s.as_of); })
        .def_property_readonly("law_as_of", [](const Screening& s) { return from_day(s.law_as_of); })
        .def_property_readonly("criteria", dicts_of(&Screening::criteria, to_dict),
                               "The entry policies on their days, with who fails them, by sex.")
        .def("who_may_enter", &who_may_enter, py::arg("pool"),
             "A verdict a cadre: whether one may enter the pool of this row of `pools`.")
        .def_property_readonly(
            "findings", [](const Screening& s) { return list_of<py::dict>(s.plan.findings, from_finding); },
            "Rows of the plan that a person should look at.")
        .def("to_dicts", &pools_of, "One dict a pool, as in pandas.DataFrame(screening.to_dicts()).")
        .def(
            "to_text", [](const Screening& s, const std::string& lang) { return screening_text(s, to_language(lang)); },
            py::arg("lang") = "en");
}

py::dict to_dict(const EntryReason& reason) {
    py::dict row;
    put_clause(row, reason.policy, reason.title, reason.citation);
    row["verdict"] = from_verdict(reason.verdict);
    row["day"] = from_day(reason.day);
    std::vector<std::string> missing;
    for (const MissingField& field : reason.missing) missing.push_back(field.table + '.' + field.attribute);
    row["missing"] = missing;
    return row;
}

Readiness readiness_of(const Pack& pack, py::ssize_t pool, const Roster& roster, py::ssize_t row,
                       const py::object& as_of, const py::object& law_as_of, bool strict_snapshot,
                       py::ssize_t changes) {
    if (changes < 1) throw py::value_error("changes must be 1 or more");
    const EvaluationOptions options = to_options(as_of, law_as_of, strict_snapshot);
    return readiness(pack, to_row(pool), roster, to_row(row), options, static_cast<std::size_t>(changes));
}

void register_readiness(py::module_& module) {
    py::class_<Readiness>(module, "Readiness", "How ready one cadre is for one planning pool.")
        .def_readonly("pool", &Readiness::pool, "The row of `pools`.")
        .def_readonly("row", &Readiness::row)
        .def_readonly("verdict", &Readiness::verdict, "Whether one may enter on the day.")
        .def_property_readonly(
            "ready", [](const Readiness& r) { return to_code(r.ready); },
            "now, later, after_remedies, not_known or not_in_sight.")
        .def_property_readonly(
            "day", [](const Readiness& r) { return from_day(r.day); },
            "The first day on which time alone suffices, or None.")
        .def_readonly("day_is_certain", &Readiness::day_is_certain, "Whether missing data cannot make it earlier.")
        .def_property_readonly("reasons", dicts_of(&Readiness::reasons, to_dict),
                               "The policies that are not met, or undetermined.")
        .def_readonly("remedies", &Readiness::remedies,
                      "One a day on which policies are not met; one remedy of each is needed.")
        .def(
            "to_text", [](const Readiness& r, const std::string& lang) { return readiness_text(r, to_language(lang)); },
            py::arg("lang") = "en");
}

py::dict to_dict(const Composition& composition, const ClauseResult& clause) {
    py::dict row;
    const bool pool = clause.pool.has_value();
    row["pool"] = pool ? py::cast(composition.plan.pools[*clause.pool].key) : py::object(py::none());
    put_clause(row, clause.policy, clause.title, clause.citation);
    row["rule"] = clause.rule;
    row["band_from"] = clause.band && clause.band->from ? py::cast(*clause.band->from) : py::object(py::none());
    row["band_to"] = clause.band && clause.band->to ? py::cast(*clause.band->to) : py::object(py::none());
    row["verdict"] = from_verdict(clause.verdict);
    row["threshold"] = clause.threshold ? py::cast(clause.threshold->to_text(Language::en)) : py::object(py::none());
    row["least"] = from_share(clause.measured.least);
    row["greatest"] = from_share(clause.measured.greatest);
    row["short_by"] = clause.shortfall ? py::cast(clause.shortfall->certain) : py::object(py::none());
    row["failing"] = clause.failing;
    row["open"] = clause.open;
    row["excluded"] = to_dict(clause.excluded);
    return row;
}

py::list clauses_of(const Composition& composition) {
    py::list rows;
    for (const ClauseResult& clause : composition.clauses) rows.append(to_dict(composition, clause));
    return rows;
}

py::list findings_of(const Composition& composition) {
    py::list rows = list_of<py::dict>(composition.plan.findings, from_finding);
    for (const PlanFinding& finding : composition.findings) rows.append(from_finding(finding));
    return rows;
}

Composition compose_roster(const Pack& pack, const Roster& roster, const py::object& as_of, const py::object& law_as_of,
                           bool strict_snapshot, int threads) {
    const EvaluationOptions options = to_options(as_of, law_as_of, strict_snapshot, threads);
    const py::gil_scoped_release unlocked;
    return compose(pack, roster, options);
}

void register_composition(py::module_& module) {
    py::class_<Composition>(module, "Composition",
                            "The planning pools of a roster against the pool policies of a pack.")
        .def_readonly("pack", &Composition::pack)
        .def_property_readonly("as_of", [](const Composition& c) { return from_day(c.as_of); })
        .def_property_readonly("law_as_of", [](const Composition& c) { return from_day(c.law_as_of); })
        .def_property_readonly("findings", &findings_of,
                               "Rows of the plan, and pools with contradictory policies, that a person should look at.")
        .def("__len__", [](const Composition& c) { return c.clauses.size(); })
        .def("to_dicts", &clauses_of,
             "One dict a pool and policy (pool None: the whole plan), as in pandas.DataFrame(composition.to_dicts()).")
        .def(
            "to_text",
            [](const Composition& c, const std::string& lang) { return composition_text(c, to_language(lang)); },
            py::arg("lang") = "en");
}

FormLevel to_level(const std::string& level) {
    if (level == "province") return FormLevel::province;
    if (level == "district") return FormLevel::district;
    if (level == "commune") return FormLevel::commune;
    throw py::value_error("level must be province, district or commune");
}

StatisticalForm form_of_roster(const Roster& roster, const std::string& level, const py::object& as_of,
                               bool strict_snapshot, int threads) {
    const EvaluationOptions options = to_options(as_of, py::none(), strict_snapshot, threads);
    return planning_form(to_level(level), roster, options);
}

py::list lines_of(const StatisticalForm& form) {
    py::list rows;
    for (const FormLine& line : form.lines) {
        py::dict row;
        row["line"] = line.id;
        for (std::size_t at = 0; at < form.columns.size(); ++at) {
            const auto& cell = line.cells[at];
            row[py::str(form.columns[at].id)] =
                cell ? py::object(py::make_tuple(cell->least, cell->greatest)) : py::object(py::none());
        }
        rows.append(row);
    }
    return rows;
}

void register_form(py::module_& module) {
    py::class_<StatisticalForm>(module, "StatisticalForm",
                                "A statistical form on the results of planning (12A to 12C-BTCTW).")
        .def_readonly("number", &StatisticalForm::number)
        .def(
            "title", [](const StatisticalForm& f, const std::string& lang) { return f.title.in(to_language(lang)); },
            py::arg("lang") = "en")
        .def(
            "to_dicts", &lines_of,
            "One dict a line: a column's least and greatest number of person-times, or None where it is not collected.")
        .def(
            "to_text",
            [](const StatisticalForm& f, const std::string& lang) { return form_text(f, to_language(lang)); },
            py::arg("lang") = "en");

    auto roster = py::reinterpret_borrow<py::class_<Roster>>(module.attr("Roster"));
    roster.def("planning_form", &form_of_roster, py::arg("level"), py::kw_only(), py::arg("as_of"),
               py::arg("strict_snapshot") = false, py::arg("threads") = 1,
               "Fills the form of a level (province, district, commune) from the roster's planning pools.");
}

}  // namespace

void register_planning(py::module_& module) {
    define_policy<PoolPolicy>(module, "PoolPolicy", "One cited rule on planning pools.");
    register_screening(module);
    register_readiness(module);
    register_composition(module);
    register_form(module);

    auto pack = py::reinterpret_borrow<py::class_<Pack>>(module.attr("Pack"));
    pack.def(
        "pool_policies", [](const Pack& p) { return read_pool_policies(p); },
        "The pool policies of the pack in document order; cadre.Error with every diagnostic.");
    pack.def("screen", &screen_roster, py::arg("roster"), py::kw_only(), py::arg("as_of"),
             py::arg("law_as_of") = py::none(), py::arg("strict_snapshot") = false, py::arg("threads") = 1,
             "Who may enter which planning pool by the pack's entry policies.");
    pack.def("readiness", &readiness_of, py::arg("pool"), py::arg("roster"), py::kw_only(), py::arg("row"),
             py::arg("as_of"), py::arg("law_as_of") = py::none(), py::arg("strict_snapshot") = false,
             py::arg("changes") = 3, "When one cadre may enter one pool: now, from a day on, or after which changes.");
    pack.def("compose", &compose_roster, py::arg("roster"), py::kw_only(), py::arg("as_of"),
             py::arg("law_as_of") = py::none(), py::arg("strict_snapshot") = false, py::arg("threads") = 1,
             "Judges the planning pools by the pack's pool policies: counts, shares, verdicts, who is short.");
}

}  // namespace cadre::python
