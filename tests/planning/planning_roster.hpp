#pragma once

#include <cadre/criteria/rule_pack.hpp>
#include <cadre/roster/roster_builder.hpp>

#include <string>

namespace cadre::testing {

/// The pack "plan_rules" on the vocabulary `vietnam`, with `policies` in it.
inline Pack pack_with_policies(const std::string& policies) {
    return parse_pack(R"toml([pack]
id = "plan_rules"
title = { vi = "Quy tắc quy hoạch", en = "Planning rules" }
source = { document = "1-QĐ/TU", issuer = "Thành ủy", date = 2015-01-01 }
use = ["vietnam-base"]
)toml" + policies,
                      "plan_rules.toml");
}

/// One policy; `keys` are those of its rule and what else it has.
inline std::string policy(const std::string& id, const std::string& keys) {
    return "\n[[pool_policy]]\nid = \"" + id + "\"\ntitle = { vi = \"" + id + "\", en = \"" + id +
           "\" }\ncite = \"1\"\n" + keys + "\n";
}

/// Two posts and a committee, of the term 2015-10-01 to 2020-10-01, with two cadres; members are for tests to add.
class TwoPostsAndACommittee : public RosterBuilder {
public:
    TwoPostsAndACommittee();
};

inline TwoPostsAndACommittee::TwoPostsAndACommittee() {
    add("units", {{"id", "city"}, {"tier", "city"}, {"sector", "government"}});
    add("posts", {{"id", "director"}, {"title", "department_director"}, {"unit", "city"}, {"rank", 5}, {"seats", 1}});
    add("posts",
        {{"id", "deputy"}, {"title", "deputy_department_director"}, {"unit", "city"}, {"rank", 4}, {"seats", 2}});
    for (const char* post : {"director", "deputy"}) {
        add("pools", {{"id", std::string("pool_") + post},
                      {"kind", "post"},
                      {"post", post},
                      {"unit", "city"},
                      {"tier", "city"},
                      {"term_start", Date(2015, 10, 1)},
                      {"term_end", Date(2020, 10, 1)},
                      {"reviewed", Date(2014, 12, 15)}});
    }
    add("pools", {{"id", "committee"},
                  {"kind", "committee"},
                  {"post", None{}},
                  {"unit", "city"},
                  {"tier", "city"},
                  {"seats", 3},
                  {"term_start", Date(2015, 10, 1)},
                  {"term_end", Date(2020, 10, 1)},
                  {"reviewed", None{}}});
    add("cadres", {{"id", "a"}, {"sex", "female"}, {"birth_date", Date(1980, 5, 2)}, {"degree", "master"}});
    add("cadres", {{"id", "b"}, {"sex", "male"}, {"birth_date", Date(1970, 5, 2)}, {"degree", "bachelor"}});
    add_table("pool_members");
}

}  // namespace cadre::testing
