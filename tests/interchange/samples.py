"""Made-up files with the kinds of mess that real shops' files have."""

from __future__ import annotations

import csv
import io
from collections import defaultdict
from decimal import ROUND_HALF_UP, Decimal

#: A byte-order mark, days first, carriage and fees among the goods, cancellations, lost stock, prices of
#: nothing, quoted commas, stray characters, lines without a customer or a description, equal lines.
SALES = """\
\ufeffInvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country
700001,11001A,"BRASS LANTERN, LARGE",6,3/12/2019,2.55,9001,Pakistan
700001,11002,CLAY POT ,8,3/12/2019,3.39,9001,Pakistan
700001,11002,CLAY POT ,8,3/12/2019,3.39,9001,Pakistan
700001,POST,POSTAGE,1,3/12/2019,18,9001,Pakistan
700002,11003a,"6"" PLATE £SALE*",12,3/12/2019,0.85,,Pakistan
700002,11004,,3,3/12/2019,0,,Pakistan
700002,M,Manual,1,3/12/2019,1.005,,Pakistan
C700003,11001A,"BRASS LANTERN, LARGE",-2,4/12/2019,2.55,9001,Pakistan
C700004,D,Discount,-1,4/12/2019,27.5,9002,Pakistan
700005,11004,?,-30,4/12/2019,0,,Pakistan
700006,11004,TEA GLASS,24,4/12/2019,0.42,9002,Pakistan
700006,11005,چائے کی پیالی,2,4/12/2019,4.25,9002,Pakistan
700006,11004,TEA GLASS (BROKEN),-4,4/12/2019,0.42,9002,Pakistan
700007,BANK CHARGES,Bank Charges,1,5/12/2019,15,,Pakistan
C700008,11003a,damaged,-5,5/12/2019,0,,Pakistan
700009,C2,CARRIAGE,1,5/12/2019,50,9003,Norway
700001,11006,LATE LINE OF THE FIRST BILL,1,3/12/2019,10,9001,Pakistan
"""


def sales_sums(text: str = SALES) -> tuple[Decimal, dict[str, Decimal]]:
    """Return the sum of quantity x price rounded a line, and the same by customer, worked out apart."""
    total, by_customer = Decimal(0), defaultdict[str, Decimal](Decimal)
    for row in csv.DictReader(io.StringIO(text.lstrip("\ufeff"))):
        amount = (Decimal(row["Quantity"]) * Decimal(row["UnitPrice"])).quantize(
            Decimal("0.01"), rounding=ROUND_HALF_UP
        )
        total += amount
        by_customer[row["CustomerID"]] += amount
    return total, dict(by_customer)


def line_count(text: str = SALES) -> int:
    """Return how many lines the file has below its heading."""
    return len(list(csv.DictReader(io.StringIO(text.lstrip("\ufeff")))))
