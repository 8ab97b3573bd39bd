#pragma once

// A graph as compare_assignment.py hands it on: three numbers of 8 bytes (left, right, edges), the edges' left vertices
// and right vertices of 4 bytes, their costs of 8, in the machine's order of bytes.

#include <cstddef>
#include <cstdint>
#include <fstream>
#include <stdexcept>
#include <string>
#include <vector>

namespace cadre::benchmarks {

struct GraphFile {
    std::int64_t left_count = 0;
    std::int64_t right_count = 0;
    std::vector<std::int32_t> lefts;
    std::vector<std::int32_t> rights;
    std::vector<std::int64_t> costs;
};

template <class Number>
void write_numbers(std::ofstream& out, const std::vector<Number>& numbers) {
    out.write(reinterpret_cast<const char*>(numbers.data()),
              static_cast<std::streamsize>(numbers.size() * sizeof(Number)));
}

template <class Number>
std::vector<Number> read_numbers(std::ifstream& in, std::size_t count) {
    std::vector<Number> numbers(count);
    in.read(reinterpret_cast<char*>(numbers.data()), static_cast<std::streamsize>(count * sizeof(Number)));
    if (!in) throw std::runtime_error("the graph's file is too short");
    return numbers;
}

inline void write_graph(const std::string& path, const GraphFile& graph) {
    std::ofstream out(path, std::ios::binary);
    write_numbers<std::int64_t>(out,
                                {graph.left_count, graph.right_count, static_cast<std::int64_t>(graph.costs.size())});
    write_numbers(out, graph.lefts);
    write_numbers(out, graph.rights);
    write_numbers(out, graph.costs);
    if (!out) throw std::runtime_error("cannot write " + path);
}

inline GraphFile read_graph(const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    const std::vector<std::int64_t> head = read_numbers<std::int64_t>(in, 3);
    const auto edges = static_cast<std::size_t>(head[2]);
    GraphFile graph{head[0], head[1]};
    graph.lefts = read_numbers<std::int32_t>(in, edges);
    graph.rights = read_numbers<std::int32_t>(in, edges);
    graph.costs = read_numbers<std::int64_t>(in, edges);
    return graph;
}

}  // namespace cadre::benchmarks
