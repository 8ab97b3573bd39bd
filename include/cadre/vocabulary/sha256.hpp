#pragma once

#include <cadre/export.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace cadre {

/// SHA-256 (FIPS 180-4), which names the inputs of a decision: rosters, packs, mappings.
///
///     Sha256 hash;
///     hash.update("ab").update("c");
///     hash.hex();   // as sha256sum prints it for a file with the bytes "abc"
class CADRE_EXPORT Sha256 {
public:
    Sha256& update(std::string_view bytes);
    /// The digest of all bytes so far in 64 small hexadecimal digits; more may be added afterwards.
    std::string hex() const;

private:
    static constexpr std::size_t block_size = 64;

    void compress(const unsigned char* block);

    std::array<std::uint32_t, 8> state_{0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a,
                                        0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19};
    std::array<unsigned char, block_size> rest_{};  ///< bytes of a block that is not yet full
    std::uint64_t size_ = 0;
};

/// The digest of one text.
CADRE_EXPORT std::string sha256_hex(std::string_view bytes);

}  // namespace cadre
