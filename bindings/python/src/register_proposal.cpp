#include "convert.hpp"
#include "register.hpp"
#include "selection_solver.hpp"

#include <cadre/planning/proposal.hpp>
#include <cadre/reports/proposal_text.hpp>

#include <pybind11/stl.h>

#include <string>
#include <vector>

namespace cadre::python {
namespace {

const char* name_of(DroppedMember::Why why) {
    switch (why) {
        case DroppedMember::Why::person_unknown: return "person_unknown";
        case DroppedMember::Why::entry_not_met: return "entry_not_met";
        case DroppedMember::Why::entry_undetermined: return "entry_undetermined";
        case DroppedMember::Why::removal: return "removal";
        default: return "left_out";
    }
}

py::list components_of(const Proposal& proposal, const ProposedMember& member) {
    py::list rows;
    for (const ComponentPoints& part : member.components) {
        const SuitabilityComponent& component = proposal.components[part.component];
        py::dict row;
        row["component"] = component.id;
        row["title"] = component.title.en;
        row["citation"] = py::str(py::cast(component.citation));
        row["value"] = part.value;
        row["weight"] = component.weight;
        row["points"] = part.points;
        row["undetermined"] = part.undetermined;
        rows.append(row);
    }
    return rows;
}

py::list members_of(const Proposal& proposal) {
    py::list rows;
    for (const PoolProposal& pool : proposal.pools) {
        for (const ProposedMember& member : pool.members) {
            py::dict row;
            row["pool"] = pool.key;
            row["cadre"] = member.person;
            row["present"] = member.present;
            row["points"] = member.points;
            row["components"] = components_of(proposal, member);
            rows.append(row);
        }
    }
    return rows;
}

py::list dropped_of(const Proposal& proposal) {
    py::list rows;
    for (const PoolProposal& pool : proposal.pools) {
        for (const DroppedMember& member : pool.dropped) {
            py::dict row;
            row["pool"] = pool.key;
            row["member"] = member.row;
            row["why"] = name_of(member.why);
            row["policy"] = member.policy;
            rows.append(row);
        }
    }
    return rows;
}

py::list unsettled_of(const Proposal& proposal) {
    py::list rows;
    for (const PoolProposal& pool : proposal.pools) {
        for (const UnsettledRemoval& open : pool.unsettled) {
            py::dict row;
            row["pool"] = pool.key;
            row["member"] = open.row;
            row["policy"] = open.policy;
            std::vector<std::string> missing;
            for (const MissingField& field : open.fields) missing.push_back(field.table + '.' + field.attribute);
            row["missing"] = missing;
            rows.append(row);
        }
    }
    return rows;
}

py::list pools_of(const Proposal& proposal) {
    py::list rows;
    for (const PoolProposal& pool : proposal.pools) {
        py::dict row;
        row["pool"] = pool.key;
        row["members"] = pool.members.size();
        row["dropped"] = pool.dropped.size();
        row["eligible"] = pool.eligible;
        row["options"] = pool.options;
        row["cut"] = pool.cut;
        row["undetermined"] = pool.undetermined;
        rows.append(row);
    }
    return rows;
}

py::list conflict_of(const Proposal& proposal) {
    py::list rows;
    for (const ProposalClause& clause : proposal.conflict) {
        py::dict row;
        put_clause(row, clause.id, clause.title, clause.citation);
        rows.append(row);
    }
    return rows;
}

py::list unjudged_of(const Proposal& proposal) {
    py::list rows;
    for (const UnjudgedClause& clause : proposal.unjudged) {
        py::dict row;
        row["policy"] = clause.policy;
        row["pool"] = clause.pool;
        row["why"] = clause.why.text(Language::en);
        rows.append(row);
    }
    return rows;
}

Share to_keep(const py::object& keep) {
    const py::object fraction = py::module_::import("fractions").attr("Fraction")(py::str(keep));
    return {fraction.attr("numerator").cast<std::int64_t>(), fraction.attr("denominator").cast<std::int64_t>()};
}

Proposal propose_for_roster(const Pack& pack, const Roster& roster, const py::object& as_of,
                            const py::object& law_as_of, const std::optional<std::vector<std::size_t>>& pools,
                            const py::object& keep, std::int64_t work_limit, const py::object& solver,
                            bool strict_snapshot, int threads) {
    ProposalOptions options;
    options.evaluation = to_options(as_of, law_as_of, strict_snapshot, threads);
    options.pools = pools;
    options.keep = to_keep(keep);
    options.selection = {work_limit, to_solver(solver)};
    const py::gil_scoped_release unlocked;
    return propose(pack, roster, options);
}

}  // namespace

void register_proposal(py::module_& module) {
    py::class_<Proposal>(module, "Proposal",
                         "Members for planning pools such that the policies hold; advice, not an act.")
        .def_readonly("pack", &Proposal::pack)
        .def_property_readonly("as_of", [](const Proposal& p) { return from_day(p.as_of); })
        .def_property_readonly(
            "status", [](const Proposal& p) { return name_of(p.status); },
            "optimal, feasible (may be improved upon, up to bound), infeasible or unknown.")
        .def_readonly("score", &Proposal::score)
        .def_readonly("bound", &Proposal::bound, "No choice among the options has a greater score.")
        .def_readonly("claimed", &Proposal::claimed, "Whether bound, or conflict, is the word of a plugged-in solver.")
        .def_readonly("cut", &Proposal::cut, "Whether some pool has more eligible people than were considered.")
        .def_property_readonly("conflict", &conflict_of,
                               "Where no choice satisfies all policies: those that none satisfies together. Of status\n"
                               "unknown with pools that were cut: that none of those considered satisfies together.")
        .def_property_readonly(
            "proof", [](const Proposal& p) { return name_of(p.proof); }, "Of conflict: smallest, minimal or none.")
        .def_property_readonly("pools", &pools_of, "One dict a pool: how many are proposed, eligible and undetermined.")
        .def_property_readonly("dropped", &dropped_of, "Present members who are not proposed, and why.")
        .def_property_readonly("unsettled", &unsettled_of,
                               "Members proposed of whom it is undetermined whether a removal policy applies.")
        .def_property_readonly("unjudged", &unjudged_of, "Policies that the proposal does not answer for.")
        .def("to_dicts", &members_of,
             "One dict a proposed member, with the components of the points, as in\n"
             "pandas.DataFrame(proposal.to_dicts()).")
        .def(
            "to_text", [](const Proposal& p, const std::string& lang) { return proposal_text(p, to_language(lang)); },
            py::arg("lang") = "en");

    auto pack = py::reinterpret_borrow<py::class_<Pack>>(module.attr("Pack"));
    pack.def("propose", &propose_for_roster, py::arg("roster"), py::kw_only(), py::arg("as_of"),
             py::arg("law_as_of") = py::none(), py::arg("pools") = py::none(), py::arg("keep") = 0,
             py::arg("work_limit") = SelectionOptions{}.work_limit, py::arg("solver") = py::none(),
             py::arg("strict_snapshot") = false, py::arg("threads") = 1,
             "Members for the pools (rows of `pools`; None: all) at the greatest total suitability such that every\n"
             "policy holds. keep is the share of present members who stay, as far as they may: 0.8, or a Fraction.\n"
             "work_limit counts steps; cadre.Error below 0.");
}

}  // namespace cadre::python
