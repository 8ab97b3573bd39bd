#include "verdicts.hpp"

namespace cadre::python {

Verdict Verdicts::at(py::ssize_t index) const {
    const auto rows = static_cast<py::ssize_t>(size());
    const py::ssize_t row = index < 0 ? index + rows : index;
    if (row < 0 || row >= rows) throw py::index_error("there is no row " + std::to_string(index));
    return (*column_)[static_cast<std::size_t>(row)];
}

const Bytes& Verdicts::bytes() {
    if (bytes_) return bytes_;
    auto bytes = std::make_shared<std::vector<std::uint8_t>>(size());
    for (std::size_t row = 0; row < bytes->size(); ++row) {
        (*bytes)[row] = static_cast<std::uint8_t>((*column_)[row]);
    }
    bytes_ = std::move(bytes);
    return bytes_;
}

}  // namespace cadre::python
