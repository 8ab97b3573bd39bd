#include <cadre/version.hpp>

#include <iostream>

int main() {
    std::cout << cadre::version() << '\n';
}
