#pragma once

#include <cadre/model/fact.hpp>

namespace cadre {

/// A planning pool, of a post or a committee and for one term: a row of the table `pools`.
struct Pool {
    Fact<std::string> id;
    Fact<std::string> kind;
    Fact<std::string> post;  ///< key of a post; none for a committee
    Fact<std::string> unit;  ///< key of a unit
    Fact<std::string> tier;
    Fact<std::int64_t> seats;
    Fact<Date> term_start;
    Fact<Date> term_end;  ///< excluded
    Fact<Date> reviewed;
};

/// One step of a vote on a member of a pool.
struct Ballot {
    Fact<std::string> step;
    Fact<Date> held;
    Fact<std::int64_t> summoned;
    Fact<std::int64_t> present;
    Fact<std::int64_t> votes;
};

/// A cadre in a pool, [added, removed): a row of the table `pool_members`.
struct PoolMember {
    Fact<std::string> pool;   ///< key of a pool
    Fact<std::string> cadre;  ///< key of a cadre
    Fact<std::string> status;
    Fact<Date> added;
    Fact<Date> removed;
    Fact<bool> incumbent;
    Fact<std::string> decision;
    Fact<Date> decided;
    Members<Ballot> ballots;
};

}  // namespace cadre
