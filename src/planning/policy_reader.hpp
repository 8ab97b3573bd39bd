#pragma once

#include "planning/policy_entry_reader.hpp"

#include <cadre/planning/pool_policy.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace cadre {

/// Reads `[[pool_policy]]`.
class PolicyReader {
public:
    PolicyReader(const Pack& pack, Diagnostics& diagnostics);

    std::vector<PoolPolicy> read();

private:
    PoolPolicy::Rule read_rule(FieldReader& fields, std::string_view rule);
    EntryRule read_entry(FieldReader& fields);
    RemovalRule read_removal(FieldReader& fields);
    RatioRule read_ratio(FieldReader& fields);
    ShareRule read_share(FieldReader& fields);
    AgeBandsRule read_age_bands(FieldReader& fields);
    PostsPerPersonRule read_posts_per_person(FieldReader& fields);
    BallotRule read_ballot(FieldReader& fields);
    ReviewRule read_review(FieldReader& fields);
    DepartureRule read_departure(FieldReader& fields);

    std::optional<Threshold> optional_share(FieldReader& fields, std::string_view key, bool over_whole);
    Threshold share(FieldReader& fields, bool over_whole);
    Threshold count(FieldReader& fields);
    PolicyDay day(FieldReader& fields);
    PolicyScope scope(FieldReader& fields);
    /// Whether the member is the second of two choices, the first being the default.
    bool second(FieldReader& fields, std::string_view key, std::string_view first, std::string_view second);

    PolicyEntryReader entries_;
    int cadres_;
    int pools_;
    int members_;
};

}  // namespace cadre
