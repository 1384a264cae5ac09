"""Makes zones.txt with the package `mrz` 0.6.2, an implementation that owes nothing to ours.

    pip install mrz==0.6.2 && python3 tests/data/zones.py > tests/data/zones.txt

The inputs come from a small generator that tests/suite/documents.rs has too. For each format it prints the
SHA-256 over 10,000 zones, all of which its own checker accepts, and the first hundred of them in full.
"""

import hashlib

from mrz.checker.mrva import MRVACodeChecker
from mrz.checker.mrvb import MRVBCodeChecker
from mrz.checker.td1 import TD1CodeChecker
from mrz.checker.td2 import TD2CodeChecker
from mrz.checker.td3 import TD3CodeChecker
from mrz.generator.mrva import MRVACodeGenerator
from mrz.generator.mrvb import MRVBCodeGenerator
from mrz.generator.td1 import TD1CodeGenerator
from mrz.generator.td2 import TD2CodeGenerator
from mrz.generator.td3 import TD3CodeGenerator

FORMATS = {
    "TD1": ("I", TD1CodeGenerator, TD1CodeChecker),
    "TD2": ("I", TD2CodeGenerator, TD2CodeChecker),
    "TD3": ("P", TD3CodeGenerator, TD3CodeChecker),
    "MRVA": ("V", MRVACodeGenerator, MRVACodeChecker),
    "MRVB": ("V", MRVBCodeGenerator, MRVBCodeChecker),
}
STATES = ["UTO", "XXA", "XXB", "XXX"]
SURNAMES = ["ERIKSSON", "SMITH-JONES", "O'BRANNOCK", "MÜLLER", "ÅKESSON", "VAN DER MOER", "PEÑA", "LØV"]
GIVEN = ["ANNA MARIA", "JARO", "ZOË", "JEAN-LUC", "INÉS", "MÄRTA", "IVO", "LI"]
SIGNS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"


class Numbers:
    def __init__(self, seed):
        self.state = seed

    def below(self, limit):
        self.state = (self.state * 6364136223846793005 + 1442695040888963407) % 2**64
        return (self.state >> 33) % limit


def date(numbers, first, years):
    year, month, day = first + numbers.below(years), 1 + numbers.below(12), 1 + numbers.below(28)
    return f"{year % 100:02}{month:02}{day:02}"


for seed, (name, (code, generator, checker)) in enumerate(FORMATS.items(), 1):
    numbers, digest, shown = Numbers(seed), hashlib.sha256(), []
    for at in range(10_000):
        state = STATES[numbers.below(len(STATES))]
        surname = SURNAMES[numbers.below(len(SURNAMES))]
        given = GIVEN[numbers.below(len(GIVEN))]
        number = "".join(SIGNS[numbers.below(36)] for _ in range(9))
        birth, expiry = date(numbers, 1930, 90), date(numbers, 2027, 9)
        sex = "FM"[numbers.below(2)]
        optional = "".join(SIGNS[numbers.below(36)] for _ in range(numbers.below(6)))
        if name == "TD1":
            made = generator(code, state, number, birth, sex, expiry, state, surname, given, optional)
        else:
            made = generator(code, state, surname, given, number, state, birth, sex, expiry, optional)
        lines = str(made).split("\n")
        assert checker(str(made), check_expiry=False), (name, lines)
        zone = "|".join(lines)
        digest.update(zone.encode() + b"\n")
        if at < 100:
            shown.append(zone)
    print(f"{name};{digest.hexdigest()}")
    print("\n".join(shown))
