#include "convert.hpp"
#include "plan_finding.hpp"
#include "register.hpp"

#include <cadre/planning/plan_review.hpp>
#include <cadre/reports/plan_minutes.hpp>

#include <pybind11/stl.h>

#include <memory>
#include <string>
#include <vector>

namespace cadre::python {
namespace {

/// The review with the pack that its minutes cite.
struct PackReview {
    Pack pack;
    PlanReview review;
};

const char* name_of(ComparedWith with) {
    switch (with) {
        case ComparedWith::this_roster: return "this_roster";
        case ComparedWith::last_roster: return "last_roster";
        default: return "nothing";
    }
}

const char* name_of(MemberChange::Kind kind) {
    switch (kind) {
        case MemberChange::Kind::added: return "added";
        case MemberChange::Kind::removed: return "removed";
        default: return "status";
    }
}

const char* name_of(ReviewChoice choice) {
    switch (choice) {
        case ReviewChoice::remove: return "remove";
        case ReviewChoice::add: return "add";
        case ReviewChoice::not_add: return "not_add";
        default: return "keep";
    }
}

void put_policy(py::dict& row, const PlanReview& review, std::size_t policy) {
    const ReviewPolicy& found = review.policies[policy];
    put_clause(row, found.id, found.title, found.citation);
}

py::list findings_of(const PackReview& made) {
    py::list rows;
    for (const ReviewFinding& finding : made.review.findings) {
        py::dict row;
        row["matter"] = to_code(finding.matter);
        row["verdict"] = from_verdict(finding.verdict);
        row["pool"] = made.review.pools[finding.pool];
        row["member"] = finding.member;
        put_policy(row, made.review, finding.policy);
        row["since"] = from_day(finding.since);
        std::vector<std::string> missing;
        for (const MissingField& field : finding.missing) missing.push_back(field.table + '.' + field.attribute);
        row["missing"] = missing;
        rows.append(row);
    }
    return rows;
}

py::list additions_of(const PackReview& made) {
    py::list rows;
    for (const PoolAdditions& additions : made.review.additions) {
        py::dict row;
        row["pool"] = made.review.pools[additions.pool];
        row["cadres"] = additions.cadres;
        row["rows"] = additions.rows;
        row["room"] = from_verdict(additions.room);
        row["unidentified"] = additions.unidentified;
        rows.append(row);
    }
    return rows;
}

py::list readiness_of(const PackReview& made) {
    py::list rows;
    for (const ReadinessChange& change : made.review.readiness) {
        for (const PolicyChange& policy : change.policies) {
            py::dict row;
            row["pool"] = made.review.pools[change.pool];
            row["member"] = change.member;
            row["before"] = from_verdict(change.before);
            row["after"] = from_verdict(change.after);
            put_policy(row, made.review, policy.policy);
            row["policy_before"] = from_verdict(policy.before);
            row["policy_after"] = from_verdict(policy.after);
            row["since"] = from_day(policy.since);
            rows.append(row);
        }
    }
    return rows;
}

py::list member_changes_of(const PackReview& made) {
    py::list rows;
    for (const MemberChange& change : made.review.member_changes) {
        py::dict row;
        row["kind"] = name_of(change.kind);
        row["verdict"] = from_verdict(change.verdict);
        row["pool"] = change.pool;
        row["member"] = change.member;
        row["member_before"] = change.member_before;
        row["status"] = change.status;
        row["status_before"] = change.status_before;
        rows.append(row);
    }
    return rows;
}

py::list departures_of(const PackReview& made) {
    py::list rows;
    for (const DecisionDeparture& departure : made.review.departures) {
        py::dict row;
        row["row"] = departure.row;
        row["choice"] = name_of(departure.choice);
        row["departs"] = from_verdict(departure.departs);
        row["pool"] = made.review.pools[departure.pool];
        row["cadre"] = departure.person;
        std::vector<std::string> policies;
        for (const std::size_t policy : departure.policies) policies.push_back(made.review.policies[policy].id);
        row["policies"] = policies;
        row["reason"] = departure.reason;
        row["decided"] = from_day(departure.decided);
        rows.append(row);
    }
    return rows;
}

py::list plan_findings_of(const PackReview& made) {
    return list_of<py::dict>(made.review.plan_findings, from_finding);
}

PackReview review_roster(const Pack& pack, const Roster& roster, const py::object& as_of, const py::object& law_as_of,
                         const py::object& last_day, const Roster* last_roster, bool strict_snapshot, int threads) {
    const EvaluationOptions options = to_options(as_of, law_as_of, strict_snapshot, threads);
    LastReview last;
    if (!last_day.is_none()) last.day = date_of(to_day(last_day, "last_day"));
    last.roster = last_roster;
    const py::gil_scoped_release unlocked;
    return {pack, review_plan(pack, roster, options, last)};
}

}  // namespace

void register_plan_review(py::module_& module) {
    py::class_<PackReview>(module, "PlanReview",
                           "The yearly review of planning pools: what people have to look at; nothing in it is an act.")
        .def_property_readonly("as_of", [](const PackReview& r) { return from_day(day_number(r.review.as_of)); })
        .def_property_readonly(
            "compared_with", [](const PackReview& r) { return name_of(r.review.compared_with); },
            "nothing, this_roster (this year's facts judged on the day of the last review) or last_roster.")
        .def_property_readonly(
            "members", [](const PackReview& r) { return r.review.members; }, "How many are certainly in a pool.")
        .def_property_readonly("findings", &findings_of,
                               "Grounds for removal, entry policies not kept, no development, overdue reviews.")
        .def_property_readonly("additions", &additions_of,
                               "Who may be added to each pool: how many, and the first rows.")
        .def_property_readonly("readiness", &readiness_of, "One dict a member and policy that says something else now.")
        .def_property_readonly("member_changes", &member_changes_of, "Who was added, removed, or changed in status.")
        .def_property_readonly("departures", &departures_of, "Decisions that depart from what the policies say.")
        .def_property_readonly("plan_findings", &plan_findings_of, "Rows that cannot be right.")
        .def("to_dicts", &findings_of, "The findings, as in pandas.DataFrame(review.to_dicts()).")
        .def(
            "to_text",
            [](const PackReview& r, const std::string& lang) {
                return plan_minutes_text(r.review, r.pack, to_language(lang));
            },
            py::arg("lang") = "en", "The minutes of the review, with annex tables.");

    auto pack = py::reinterpret_borrow<py::class_<Pack>>(module.attr("Pack"));
    pack.def("review_plan", &review_roster, py::arg("roster"), py::kw_only(), py::arg("as_of"),
             py::arg("law_as_of") = py::none(), py::arg("last_day") = py::none(), py::arg("last_roster") = py::none(),
             py::arg("strict_snapshot") = false, py::arg("threads") = 1,
             "Reviews the planning pools by the pack's pool policies, compared with the review of last_day.");
}

}  // namespace cadre::python
