#pragma once

#include <cadre/roster/arrow_abi.hpp>

#include <pybind11/pybind11.h>

#include <cstdint>
#include <memory>
#include <vector>

namespace cadre::python {

namespace py = pybind11;

/// An Arrow stream moved out of a capsule; released on destruction if nobody consumed it.
class OwnedStream {
public:
    OwnedStream() = default;
    OwnedStream(OwnedStream&& other) noexcept : stream_(other.stream_) { other.stream_.release = nullptr; }
    OwnedStream& operator=(OwnedStream&&) = delete;
    ~OwnedStream() {
        if (stream_.release != nullptr) stream_.release(&stream_);
    }
    ArrowArrayStream* get() { return &stream_; }

private:
    ArrowArrayStream stream_{};
};

/// Calls `__arrow_c_stream__` of a frame and takes the stream. TypeError where there is no such method;
/// `Error` (invalid_arrow) for a capsule of another kind.
OwnedStream take_stream(const py::handle& frame);

using Bytes = std::shared_ptr<const std::vector<std::uint8_t>>;

/// The pair of capsules of `__arrow_c_array__` for bytes without nulls (format "C").
py::tuple export_bytes(const Bytes& bytes);

}  // namespace cadre::python
