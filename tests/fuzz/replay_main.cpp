// Runs a fuzzer's target over the files of folders, where the compiler has no libFuzzer: replay FOLDER...

#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

int main(int count, char** arguments) {
    int inputs = 0;
    for (int at = 1; at < count; ++at) {
        for (const auto& entry : std::filesystem::directory_iterator(arguments[at])) {
            std::ifstream file(entry.path(), std::ios::binary);
            // Exactly as long as the input, so that a sanitizer sees every step too far.
            const std::vector<char> read{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
            const std::vector<std::uint8_t> bytes(read.begin(), read.end());
            LLVMFuzzerTestOneInput(bytes.data(), bytes.size());
            ++inputs;
        }
    }
    std::printf("%d inputs replayed\n", inputs);
    return inputs > 0 ? 0 : 1;
}
