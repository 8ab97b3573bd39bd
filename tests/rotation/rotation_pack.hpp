#pragma once

#include <cadre/criteria/rule_pack.hpp>

#include <string>

namespace cadre::testing {

/// The pack "rotation_rules" on the vocabulary `vietnam`, with `entries` in it.
inline Pack rotation_pack(const std::string& entries) {
    return parse_pack(R"toml([pack]
id = "rotation_rules"
title = { vi = "Quy tắc luân chuyển", en = "Rotation rules" }
source = { document = "1-QĐ/TU", issuer = "Thành ủy", date = 2015-01-01 }
use = ["vietnam-base"]
)toml" + entries,
                      "rotation_rules.toml");
}

/// One policy; `keys` are those of its rule and what else it has.
inline std::string rotation_policy(const std::string& id, const std::string& keys) {
    return "\n[[rotation_policy]]\nid = \"" + id + "\"\ntitle = { vi = \"" + id + "\", en = \"" + id +
           "\" }\ncite = \"1\"\n" + keys + "\n";
}

}  // namespace cadre::testing
