"""What the tour shows of the Review inbox: rows are made up, for in a fresh book no two devices differ."""

from functools import partial

from khata_desktop.domain.ids import VoucherId
from khata_desktop.domain.records import Entity
from khata_desktop.domain.reviews import ReviewKind
from khata_desktop.domain.vouchers import VoucherKind
from khata_desktop.reports.review_parts import Device, Review, Version
from khata_desktop.ui.tour_stage import Scene, Stage

_HERE = Device(b"h" * 16, "counter-pc", "A", True)
_THERE = Device(b"t" * 16, "دفتر", "B", False)
_TICKS_A_MINUTE = 60_000 << 16


def _reviews(stage: Stage) -> list[Review]:
    clock = stage.context.clock
    now = int(clock.now().timestamp() * 1000) << 16
    today = clock.today()

    def bill(device: Device, ago: int, party: str, total_minor: int) -> Version:
        return Version(
            hlc=now - ago * _TICKS_A_MINUTE,
            device=device,
            user_name="Owner",
            voucher_id=VoucherId(device.device_id),
            number=f"INV-{device.series}-000{240 + ago}",
            kind=VoucherKind.SALE,
            posted_on=today,
            total_minor=total_minor,
            party_name=party,
            line_count=1,
            line_names="Basmati rice 5 kg",
            effect=-1000,
        )

    def price(device: Device, ago: int, value_e4: int, *, shows: bool) -> Version:
        return Version(
            hlc=now - ago * _TICKS_A_MINUTE,
            device=device,
            user_name="Owner",
            write_id=device.device_id,
            value=value_e4,
            shows=shows,
        )

    return [
        Review(
            id=b"1" * 16,
            kind=ReviewKind.OVERSOLD,
            hlc=now,
            subject="Basmati rice 5 kg",
            subject_id=b"i" * 16,
            entity=Entity.ITEM,
            amount=-1000,
            unit="bag",
            versions=(bill(_THERE, 9, "Aslam", 185_000), bill(_HERE, 4, "", 190_000)),
            devices=(_HERE, _THERE),
        ),
        Review(
            id=b"2" * 16,
            kind=ReviewKind.FIELD_APART,
            hlc=now,
            subject="Sugar",
            subject_id=b"s" * 16,
            entity=Entity.ITEM,
            field="price_e4",
            versions=(price(_HERE, 50, 1_550_000, shows=False), price(_THERE, 31, 1_600_000, shows=True)),
            devices=(_HERE, _THERE),
        ),
        Review(
            id=b"3" * 16,
            kind=ReviewKind.BOTH_VOIDED,
            hlc=now,
            subject="INV-A-000244",
            amount=2,
            versions=(bill(_THERE, 9, "Aslam", 110_000), bill(_HERE, 4, "Aslam", 120_000)),
            devices=(_HERE, _THERE),
        ),
        Review(
            id=b"4" * 16,
            kind=ReviewKind.CAME_LATE,
            hlc=now,
            subject="INV-A-000244",
            amount=1,
            versions=(bill(_HERE, 4, "Aslam", 50_000),),
            devices=(_THERE,),
        ),
    ]


def _inbox(stage: Stage, *, row: int) -> None:
    page = stage.go("reviews")
    page.take(_reviews(stage))
    page.table.select_row(row)
    stage.settle()


REVIEW_SCENES: tuple[Scene, ...] = (
    Scene(name="reviews-sold-twice", show=partial(_inbox, row=0)),
    Scene(name="reviews-two-prices", show=partial(_inbox, row=1)),
    Scene(name="reviews-both-voided", show=partial(_inbox, row=2)),
    Scene(name="reviews-came-late", show=partial(_inbox, row=3)),
)
