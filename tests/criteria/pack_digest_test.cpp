#include <cadre/criteria/rule_pack.hpp>
#include <cadre/vocabulary/sha256.hpp>

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>

namespace cadre {
namespace {

std::string bytes_of(const std::string& name) {
    std::ifstream file(std::string(CADRE_SOURCE_DIR) + "/src/packs/" + name, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

TEST(PackDigests, AreThoseOfTheFilesThePackItselfFirst) {
    const auto digests = load_pack("hanoi-2011").digests();
    ASSERT_EQ(digests.size(), 2U);
    EXPECT_EQ(digests[0].id, "hanoi-2011");
    EXPECT_EQ(digests[0].sha256, sha256_hex(bytes_of("hanoi-2011.toml")));
    EXPECT_EQ(digests[1].id, "vietnam-base");
    EXPECT_EQ(digests[1].sha256, sha256_hex(bytes_of("vietnam-base.toml")));
}

TEST(PackDigests, ChangeWithAnyByte) {
    const std::string text =
        "[pack]\nid = \"p\"\ntitle = { vi = \"V\", en = \"E\" }\nsource = { document = \"d\", issuer = \"i\" }\n";
    EXPECT_NE(parse_pack(text, "p").digests()[0].sha256, parse_pack(text + "# remark\n", "p").digests()[0].sha256);
}

}  // namespace
}  // namespace cadre
