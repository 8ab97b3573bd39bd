#include <cadre/vocabulary/sha256.hpp>

#include <gtest/gtest.h>

namespace cadre {
namespace {

// NIST, "SHA-256 examples" to FIPS 180-4, and the long-message vector of FIPS 180-2, B.3.
TEST(Sha256, GivesTheVectorsOfTheStandard) {
    EXPECT_EQ(sha256_hex("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    EXPECT_EQ(sha256_hex("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq"),
              "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
    EXPECT_EQ(sha256_hex(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    EXPECT_EQ(sha256_hex("abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmnhijklmnoijklmnopjklmnopqklmnopqrlmn"
                         "opqrsmnopqrstnopqrstu"),
              "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1");
    EXPECT_EQ(sha256_hex(std::string(1'000'000, 'a')),
              "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

TEST(Sha256, PadsAroundTheEndOfABlock) {
    EXPECT_EQ(sha256_hex(std::string(55, 'a')), "9f4390f8d30c2dd92ec9f095b65e2b9ae9b0a925a5258e241c9f1e910f734318");
    EXPECT_EQ(sha256_hex(std::string(56, 'a')), "b35439a4ac6f0948b6d6f9e3c6af0f5f590ce20f1bde7090ef7970686ec6738a");
    EXPECT_EQ(sha256_hex(std::string(64, 'a')), "ffe054fe7ae0cb6dc65c3af9b61d5209f439851db43d0ba5997337df154668eb");
}

TEST(Sha256, DoesNotDependOnHowTheBytesArrive) {
    const std::string text(1000, 'x');
    for (const std::size_t step : {1U, 7U, 63U, 64U, 65U, 999U}) {
        Sha256 hash;
        for (std::size_t at = 0; at < text.size(); at += step) hash.update(std::string_view(text).substr(at, step));
        EXPECT_EQ(hash.hex(), sha256_hex(text)) << step;
    }
}

TEST(Sha256, GoesOnAfterADigest) {
    Sha256 hash;
    EXPECT_EQ(hash.update("a").hex(), sha256_hex("a"));
    EXPECT_EQ(hash.update("bc").hex(), sha256_hex("abc"));
}

}  // namespace
}  // namespace cadre
