#include "convert.hpp"
#include "register.hpp"

#include <cadre/testing/case_lints.hpp>
#include <cadre/testing/case_report.hpp>

#include <pybind11/stl.h>

namespace cadre::python {
namespace {

std::string name_of(Outcome outcome) {
    switch (outcome) {
        case Outcome::met: return "met";
        case Outcome::not_met: return "not_met";
        case Outcome::undetermined: return "undetermined";
        case Outcome::not_in_force: return "not_in_force";
    }
    return "";
}

std::string name_of(ClauseCoverage::Kind kind) {
    switch (kind) {
        case ClauseCoverage::Kind::criterion: return "criterion";
        case ClauseCoverage::Kind::target: return "target";
        case ClauseCoverage::Kind::policy: return "policy";
        case ClauseCoverage::Kind::rotation_policy: return "rotation_policy";
        case ClauseCoverage::Kind::parameter: return "parameter";
    }
    return "";
}

py::object fraction_of(const std::optional<Share>& share) {
    if (!share) return py::none();
    return py::module_::import("fractions").attr("Fraction")(share->numerator, share->denominator);
}

py::dict to_dict(const Record& record) {
    py::dict row;
    for (const auto& [name, value] : record) row[py::str(name)] = from_value(value);
    return row;
}

py::dict tables_of(const Case& judged) {
    py::dict tables;
    for (const auto& [table, records] : judged.tables) {
        tables[py::str(table)] = list_of(records, to_dict);
    }
    return tables;
}

py::dict to_dict(const ExpectedVerdict& expected) {
    py::dict values;
    values["subject"] = expected.subject;
    values["row"] = expected.row;
    values["verdict"] = name_of(expected.outcome);
    values["missing"] = expected.missing;
    values["reason"] = expected.reason;
    values["earliest"] = from_day(expected.earliest);
    return values;
}

py::dict to_dict(const ExpectedTarget& expected) {
    py::dict values;
    values["target"] = expected.target;
    values["year"] = expected.year;
    values["verdict"] = expected.outcome ? py::cast(name_of(*expected.outcome)) : py::object(py::none());
    values["least"] = fraction_of(expected.least);
    values["greatest"] = fraction_of(expected.greatest);
    values["reason"] = expected.reason;
    return values;
}

py::dict to_dict(const ExpectedPolicy& expected) {
    py::dict values;
    values["policy"] = expected.policy;
    values["pool"] = expected.pool;
    values["member"] = expected.member;
    values["band"] = expected.band;
    values["verdict"] = expected.outcome ? py::cast(name_of(*expected.outcome)) : py::object(py::none());
    values["short_by"] = expected.short_by;
    values["least"] = fraction_of(expected.least);
    values["greatest"] = fraction_of(expected.greatest);
    return values;
}

py::dict to_dict(const ExpectedFinding& expected) {
    py::dict values;
    values["policy"] = expected.policy;
    values["cadre"] = expected.cadre;
    values["spell"] = expected.spell;
    values["status"] = expected.status;
    values["begins"] = from_day(expected.begins);
    values["ends"] = from_day(expected.ends);
    values["since"] = expected.span.since ? from_day(day_number(*expected.span.since)) : py::object(py::none());
    values["due_within"] = expected.span.due_within.count;
    return values;
}

py::dict to_dict(const ExpectedMove& expected) {
    py::dict values;
    values["policy"] = expected.policy;
    values["cadre"] = expected.move.cadre;
    values["post"] = expected.move.to;
    values["from"] = expected.move.from;
    values["enters"] = expected.move.enters;
    values["kind"] = expected.move.kind;
    values["verdict"] = expected.verdict;
    return values;
}

py::dict to_dict(const ExpectedPlanFinding& expected) {
    py::dict values;
    values["matter"] = std::string(to_code(expected.matter));
    values["status"] = expected.status;
    values["move"] = expected.move;
    values["post"] = expected.post;
    values["policy"] = expected.policy.empty() ? py::object(py::none()) : py::cast(expected.policy);
    values["from"] = from_day(expected.from);
    values["to"] = from_day(expected.to);
    return values;
}

py::object to_dict(const std::optional<ExpectedPlanCheck>& expected) {
    if (!expected) return py::none();
    py::list findings;
    for (const ExpectedPlanFinding& finding : expected->findings) findings.append(to_dict(finding));
    py::dict values;
    values["verdict"] = expected->outcome ? py::cast(name_of(*expected->outcome)) : py::object(py::none());
    values["findings"] = findings;
    values["handover_days"] = expected->options.handover_days;
    values["longest_vacancy"] = expected->options.longest_vacancy;
    values["concurrent_posts"] = expected->options.concurrent_posts;
    return values;
}

py::dict to_dict(const ClauseCoverage& clause) {
    py::dict values;
    values["kind"] = name_of(clause.kind);
    values["id"] = clause.id;
    values["citation"] = clause.citation;
    values["from"] = from_day(clause.in_force.from);
    values["to"] = from_day(clause.in_force.to);
    values["met"] = clause.met;
    values["not_met"] = clause.not_met;
    values["undetermined"] = clause.undetermined;
    return values;
}

template <class Owner, class... Options>
void define_head(py::class_<Owner, Options...>& type) {
    type.def_readonly("id", &Owner::id, "The case's id; may be empty.")
        .def(
            "title", [](const Owner& o, const std::string& lang) { return o.title.in(to_language(lang)); },
            py::arg("lang") = "en", "The title in Vietnamese or English; may be empty.")
        .def_readonly("place", &Owner::place);
}

void register_case(py::module_& module) {
    py::class_<Case> type(module, "Case", "A rule keeper's test: rows, two days, and the answers expected.");
    define_head(type);
    type.def_property_readonly("as_of", [](const Case& c) { return from_day(day_number(c.as_of)); })
        .def_property_readonly(
            "law_as_of", [](const Case& c) { return from_day(day_number(c.law_as_of.value_or(c.as_of))); },
            "The day whose law applies.")
        .def_property_readonly("tables", &tables_of, "The rows by table id: what to feed to a system of your own.")
        .def_property_readonly("roster", [](const Case& c) { return c.roster; })
        .def_property_readonly("verdicts", dicts_of(&Case::verdicts, to_dict),
                               "What is expected of criteria, a dict each.")
        .def_property_readonly("targets", dicts_of(&Case::targets, to_dict),
                               "What is expected of targets, a dict each.")
        .def_property_readonly("policies", dicts_of(&Case::policies, to_dict),
                               "What is expected of pool policies, a dict each.")
        .def_property_readonly("findings", dicts_of(&Case::findings, to_dict),
                               "What an audit by rotation policies is expected to find, a dict each.")
        .def_property_readonly("moves", dicts_of(&Case::moves, to_dict),
                               "What is expected of rules on moves, a dict each; posts by row.")
        .def_property_readonly(
            "plan_check", [](const Case& c) { return to_dict(c.plan_check); },
            "What is expected of the check of the planned moves, or None; posts by row.")
        .def("__repr__", [](const Case& c) { return "<Case " + c.id + ">"; });
}

void register_report(py::module_& module) {
    py::class_<CaseResult>(module, "CaseResult", "One expectation of a case and what came of it.")
        .def_readonly("place", &CaseResult::place)
        .def_readonly("subject", &CaseResult::subject, "The id of the criterion, target or policy, or a condition.")
        .def_readonly("is_target", &CaseResult::is_target)
        .def_readonly("is_policy", &CaseResult::is_policy)
        .def_readonly("is_audit", &CaseResult::is_audit)
        .def_readonly("is_move", &CaseResult::is_move)
        .def_readonly("is_plan_check", &CaseResult::is_plan_check)
        .def_readonly("row", &CaseResult::row)
        .def_readonly("spell", &CaseResult::spell, "Row of cadres.appointments that an audit's finding is about.")
        .def_readonly("pool", &CaseResult::pool, "Key of the pool that a policy judges; may be empty.")
        .def_readonly("member", &CaseResult::member, "Row of pool_members that a policy on removal judges.")
        .def_readonly("move", &CaseResult::move, "Row of planned_moves that a finding of a plan check is about.")
        .def_readonly("post", &CaseResult::post, "Key of the post of a move or a plan check's finding; may be empty.")
        .def_readonly("year", &CaseResult::year)
        .def_readonly("expected", &CaseResult::expected, "As in \"undetermined (missing: degree)\".")
        .def_readonly("got", &CaseResult::got)
        .def_readonly("passed", &CaseResult::passed)
        .def_readonly("explanation", &CaseResult::explanation,
                      "Of a criterion's or a move's verdict that was not expected.")
        .def("__repr__", [](const CaseResult& r) {
            return "<CaseResult " + r.subject + ": expected " + r.expected + ", got " + r.got + ">";
        });

    py::class_<CaseRun> run(module, "CaseRun", "A case with its results.");
    define_head(run);
    run.def_readonly("results", &CaseRun::results)
        .def_property_readonly("passed", &CaseRun::passed)
        .def("__repr__",
             [](const CaseRun& r) { return "<CaseRun " + r.id + (r.passed() ? ": passed>" : ": failed>"); });

    py::class_<CaseReport>(module, "CaseReport", "What came of the cases of one pack.")
        .def_readonly("pack", &CaseReport::pack, "The pack's id.")
        .def_readonly("cases", &CaseReport::cases)
        .def_property_readonly("coverage", dicts_of(&CaseReport::coverage, to_dict),
                               "How often each clause was seen met, not met and undetermined, a dict each.")
        .def_property_readonly("passed", &CaseReport::passed)
        .def(
            "to_text", [](const CaseReport& r, const std::string& lang) { return r.to_text(to_language(lang)); },
            py::arg("lang") = "en", "Every failure with the explanation of the verdict, then which clauses were seen.")
        .def("__repr__", [](const CaseReport& r) {
            return "<CaseReport of " + r.pack + ", " + std::to_string(r.cases.size()) + " cases>";
        });
}

}  // namespace

void register_testing(py::module_& module) {
    register_case(module);
    register_report(module);

    py::class_<CaseFile>(module, "CaseFile", "Cases with the pack that they test.")
        .def_readonly("pack", &CaseFile::pack)
        .def_readonly("cases", &CaseFile::cases)
        .def(
            "run", [](const CaseFile& file) { return run_cases(file); }, py::call_guard<py::gil_scoped_release>(),
            "Runs every case.")
        .def(
            "warnings", [](const CaseFile& file) { return lint_cases(file); },
            "Thresholds of the pack's own criteria on which no case sits, and its policies that no case expects to be\n"
            "met, or not to be met.")
        .def("__repr__", [](const CaseFile& f) {
            return "<CaseFile of " + f.pack.id() + ", " + std::to_string(f.cases.size()) + " cases>";
        });

    module.def(
        "load_cases", [](const py::object& source) { return load_cases(to_path(source)); }, py::arg("id_or_path"),
        "Loads a shipped pack by id, a pack file or a case file with its cases; cadre.Error with every diagnostic.");

    auto pack = py::reinterpret_borrow<py::class_<Pack>>(module.attr("Pack"));
    pack.def(
        "cases", [](const Pack& p) { return read_cases(p); },
        "The cases that stand in the pack; cadre.Error with every diagnostic.");
    pack.def(
        "run_cases", [](const Pack& p) { return run_cases(p); }, py::call_guard<py::gil_scoped_release>(),
        "Runs the cases that stand in the pack.");
}

}  // namespace cadre::python
