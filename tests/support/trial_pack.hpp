#pragma once

#include <cadre/criteria/rule_pack.hpp>

#include <string>

namespace cadre::testing {

/// A pack of one criterion "c" on cadres; `attributes` stand before it, `more` are further keys of it.
inline Pack pack_of(const std::string& condition, const std::string& attributes = "", const std::string& more = "") {
    return parse_pack(R"([pack]
id = "trial"
title = { vi = "thử", en = "trial" }
source = { document = "1/2015", issuer = "A", date = 2015-01-01 }
)" + attributes + R"(
[[criterion]]
id = "c"
title = { vi = "Đủ tiêu chuẩn", en = "Is qualified" }
cite = "1"
when = ''')" + condition + "'''\n" +
                          more,
                      "trial.toml");
}

}  // namespace cadre::testing
