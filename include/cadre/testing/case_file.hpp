#pragma once

#include <cadre/criteria/rule_pack.hpp>
#include <cadre/export.hpp>
#include <cadre/testing/case.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace cadre {

/// Cases with the pack that they test. A plain value; safe to share between threads.
///
///     pack = "hanoi-2011"            # a shipped pack, or a path that starts at this file's folder
///
///     [[fragment]]                   # what several cases share; built on by `base`
///     id = "official"
///     as_of = 2015-12-31
///     cadre = { degree = "Thạc sĩ", managed_by = "city_standing_committee" }
///
///     [[case]]
///     id = "master"                  # optional, as is title = { vi = "…", en = "…" }
///     base = "official"
///     expect = { postgraduate_holder = "met", 'age >= @"P35Y"' = "undetermined" }
///
///     [[case]]
///     base = "official"
///     without = ["degree"]           # takes a value out of the base
///     cadre = { specialist_training = "none" }
///     units = [ { id = "u1", kind = "ward" } ]
///     expect = { postgraduate_holder = { verdict = "undetermined", missing = ["degree"] } }
///     expect_targets = { managed_postgraduate_share = { verdict = "undetermined", least = "0/1" } }
///
///     [[case]]
///     base = "official"
///     pools = [{ id = "p1", kind = "post", seats = 1 }]
///     pool_members = [{ pool = "p1", status = "approved", added = 2014-01-01 }]
///     expect_policies = { plan_surplus = { pool = "p1", verdict = "not_met", short_by = 1 } }
///
///     [[case]]
///     as_of = 2015-12-31
///     posts = [{ id = "clerk", leading = false }]
///     cadre = { appointments = [{ post = "clerk", from = 2012-12-31, to = "ongoing", primary = true }] }
///     expect_audit = { staff_long_in_one_position = { status = "violated", begins = 2015-12-31 } }
///
///     [[case]]
///     as_of = 2015-12-31
///     cadre = { birth_date = 1956-01-01 }
///     posts = [{ id = "clerk", leading = false }, { id = "head", leading = true }]
///     [case.expect_moves]
///     young_enough_to_lead = [
///         { post = "head", from = "clerk", kind = "rotation", verdict = "not_met" },
///         { post = "clerk", verdict = "met" },
///     ]
///
///     [[case]]
///     as_of = 2015-12-31
///     posts = [{ id = "clerk", seats = 1 }, { id = "head", seats = 1 }]
///     cadres = [
///         { id = "a", appointments = [{ post = "clerk", from = 2010-01-01, to = "ongoing" }] },
///         { id = "b", appointments = [{ post = "head", from = 2010-01-01, to = "ongoing" }] },
///     ]
///     planned_moves = [{ cadre = "a", from = "clerk", to = "head", day = 2016-02-01, kind = "transfer" }]
///     [case.expect_plan_check]
///     verdict = "not_met"
///     longest_vacancy = "any"
///     findings = [{ matter = "over_filled", status = "violated", post = "head", from = 2016-02-01 }]
///
/// `[[fragment]]` and `[[case]]` stand in a pack as well. A table's rows are one record or a list of them; `cadre` is
/// the one record of `cadres`. One record is laid over the base's one record, rows are added to the base's rows. A key
/// that is absent is missing data, a list that is absent is unknown, `[]` is empty and `{ open = true, items = […] }`
/// may have more members. Texts are codes or any spelling of the vocabulary; dates are TOML dates, "1965", "1965-09",
/// "ongoing", or "none" where the attribute allows it; durations are "P3Y6M".
///
/// What is expected of is a criterion, or a condition in quotes, which may be no more than the name of a definition; a
/// condition judges `cadres`, or the table of the definition that it names first. Verdicts are "met", "not_met",
/// "undetermined", "not_in_force". Where the criterion's table has several rows, write a
/// list of them, one a row, or `{ row = 2, verdict = "met" }`. `{ verdict = "not_met", earliest = 2016-02-01 }` asks
/// for the first day on which time alone suffices, of a criterion. A target of every year takes `year = 2012`.
///
/// A pool policy judges each pool, named by `pool` where the case has several, or the whole plan. One on removal judges
/// rows of `pool_members`, `{ member = 0, verdict = "met" }`: met is the ground for a review. One on bands of ages
/// takes `band`, from 0. `short_by` is how many members are lacking or too many, `least` and `greatest` bound what is
/// measured. Policies on departures have no verdict.
///
/// Of a rotation policy a case expects what an audit finds of a cadre: "violated", "due", "exempt", "undetermined",
/// "none" or "not_in_force"; a list of them, one a row of `cadres`, or `{ row = 2, status = "violated" }`. `begins` and
/// `ends` are the days of the finding. `spell`, a row of `cadres.appointments`, names the one that it is about;
/// otherwise any finding of the cadre may be as expected. `since` and `due_within = "P6M"` are those of the audit.
/// Policies on planned moves, "move" and "direction", are not audited.
///
/// Of those a case expects what they say of a cadre who takes a post on the case's day: "met", "not_met",
/// "undetermined", "exempt" (not known to be met, but the cadre is exempt or deferred) or "not_in_force"; or a list of
/// such. `post` is the key of the post that is taken and `row` that of `cadres`, where the case has several. `from` is
/// the key of the post that is left, "none" where none is left, and `kind` the code of a kind of appointment; absent,
/// they are not known.
///
/// Of its planned moves as a whole a case expects what `check_plan` says: "met", "not_met" or "undetermined", and
/// findings of some `matter`, of which any may be as expected; others may be found beside them. `move`, a row of
/// `planned_moves`, `post`, `policy`, `from` and `to` narrow what is meant; the status "none" says that there is none.
/// `handover_days`, `longest_vacancy` (days, or "any") and `concurrent_posts = [["clerk", "head"]]` are the options.
struct CaseFile {
    Pack pack;
    std::vector<Case> cases;
};

/// At most so many cases stand in one file, and so many values in the rows of one case.
inline constexpr std::size_t most_cases = 10'000;
inline constexpr std::size_t most_case_values = 10'000;

/// The cases of a pack in document order; findings are appended to `diagnostics`, and a case with an error is left out.
CADRE_EXPORT std::vector<Case> read_cases(const Pack& pack, Diagnostics& diagnostics);

/// The cases of a pack. Throws `Error` (invalid_rule) with every diagnostic.
CADRE_EXPORT std::vector<Case> read_cases(const Pack& pack);

/// Loads a shipped pack, a pack file or a case file with its cases. Throws `Error`: not_found, or invalid_document and
/// invalid_rule with every diagnostic.
CADRE_EXPORT CaseFile load_cases(std::string_view id_or_path);

/// Reads the text of a case file; `source` names it in diagnostics, and its folder is where paths start. Throws like
/// `load_cases`.
CADRE_EXPORT CaseFile parse_cases(std::string_view text, std::string source);

}  // namespace cadre
