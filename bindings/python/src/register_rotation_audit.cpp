#include "convert.hpp"
#include "plan_finding.hpp"
#include "policy_class.hpp"
#include "register.hpp"

#include <cadre/reports/audit_finding_text.hpp>
#include <cadre/reports/rotation_audit_text.hpp>
#include <cadre/rotation/audit.hpp>
#include <cadre/rotation/rotation_policy.hpp>

#include <pybind11/stl.h>

#include <string>

namespace cadre::python {
namespace {

py::list findings_of(const Audit& audit) {
    py::list rows;
    for (const AuditFinding& finding : audit.findings) {
        const AuditPolicy& policy = audit.policies[finding.policy];
        py::dict row;
        put_clause(row, policy.id, policy.title, policy.citation);
        row["rule"] = policy.rule;
        row["cadre"] = finding.cadre;
        row["spell"] = finding.spell;
        row["earlier"] = finding.earlier;
        row["held"] = finding.held;
        row["held_since"] = from_day(finding.held_since);
        row["period"] = finding.period ? py::cast(to_iso(*finding.period)) : py::object(py::none());
        row["status"] = to_code(finding.status);
        row["begins"] = from_day(finding.begins);
        row["ends"] = from_day(finding.ends);
        row["missing"] = list_of<py::dict>(finding.missing, from_missing);
        rows.append(row);
    }
    return rows;
}

py::dict to_dict(const AuditPolicy& policy) {
    py::dict row;
    put_clause(row, policy.id, policy.title, policy.citation);
    row["rule"] = policy.rule;
    row["violated"] = policy.violated;
    row["due"] = policy.due;
    row["exempt"] = policy.exempt;
    row["undetermined"] = policy.undetermined;
    return row;
}

std::string text_of_finding(const Audit& audit, py::ssize_t finding, const std::string& lang) {
    const std::size_t at = to_row(finding);
    if (at >= audit.findings.size()) throw py::index_error("there is no such finding");
    return audit_finding_text(audit, at, to_language(lang));
}

Audit audit_roster(const Pack& pack, const Roster& roster, const py::object& as_of, const py::object& law_as_of,
                   const py::object& since, std::int64_t due_within, bool strict_snapshot, int threads) {
    const EvaluationOptions options = to_options(as_of, law_as_of, strict_snapshot, threads);
    AuditSpan span{.due_within = {Duration::Unit::months, due_within}};
    if (!since.is_none()) span.since = date_of(to_day(since, "since"));
    const py::gil_scoped_release unlocked;
    return audit(pack, roster, options, span);
}

}  // namespace

void register_rotation_audit(py::module_& module) {
    define_policy<RotationPolicy>(module, "RotationPolicy",
                                  "One cited rule on rotation, on changes of position, or on who serves where.");
    py::class_<Audit>(module, "Audit", "What an audit by the rotation policies of a pack found.")
        .def_property_readonly("as_of", [](const Audit& a) { return from_day(day_number(a.as_of)); })
        .def_property_readonly("law_as_of", [](const Audit& a) { return from_day(day_number(a.law_as_of)); })
        .def_property_readonly(
            "since",
            [](const Audit& a) { return a.span.since ? from_day(day_number(*a.span.since)) : py::object(py::none()); },
            "Breaches that ended after this day count, too; None: those of the day judged alone.")
        .def_property_readonly(
            "due_within", [](const Audit& a) { return a.span.due_within.count; },
            "Breaches that begin within so many months are due.")
        .def_property_readonly("policies", dicts_of(&Audit::policies, to_dict),
                               "The policies in force, with how many findings there are of each status.")
        .def_property_readonly("row_findings", dicts_of(&Audit::row_findings, from_finding),
                               "Spells that end before they begin.")
        .def(
            "to_dicts", &findings_of,
            "One dict a finding, as in pandas.DataFrame(audit.to_dicts()): the policy with its clause and the name of\n"
            "its rule (\"overstay\"), the rows of `cadres` and `cadres.appointments`, what is held since when,\n"
            "the period of the rule (\"P3Y\"), the status (\"violated\", \"due\", \"exempt\", \"undetermined\"), from "
            "when\n"
            "and until when, and the cells that an undetermined one waits for.")
        .def("finding_text", &text_of_finding, py::arg("finding"), py::arg("lang") = "en",
             "One finding of to_dicts, by position, in words: rule and clause, days, and all that would decide it.")
        .def(
            "to_text",
            [](const Audit& a, const std::string& lang) { return rotation_audit_text(a, to_language(lang)); },
            py::arg("lang") = "en");

    auto pack = py::reinterpret_borrow<py::class_<Pack>>(module.attr("Pack"));
    pack.def(
        "rotation_policies", [](const Pack& p) { return read_rotation_policies(p); },
        "The rotation policies of the pack in document order; cadre.Error with every diagnostic.");
    pack.def(
        "audit", &audit_roster, py::arg("roster"), py::kw_only(), py::arg("as_of"), py::arg("law_as_of") = py::none(),
        py::arg("since") = py::none(), py::arg("due_within") = 0, py::arg("strict_snapshot") = false,
        py::arg("threads") = 1,
        "Audits the roster by the pack's rotation policies. Breaches that ended after the day `since` count, too,\n"
        "and those that begin within `due_within` months are due.");
}

}  // namespace cadre::python
