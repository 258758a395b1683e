"""All that may befall the simulated shop. A run counts it, since a fault that never comes shows nothing."""

from __future__ import annotations

from enum import StrEnum


class Happened(StrEnum):
    """A fault, or a way the program went because of one. Each must be met within the run of the tests."""

    # The computer stopped.
    CRASH_BEFORE_A_COMMIT = "stopped before a commit"
    CRASH_AFTER_A_COMMIT = "stopped after a commit"
    CRASH_BEFORE_THE_MARK = "stopped between commit and mark"
    CRASH_AFTER_THE_MARK = "stopped after the mark, before anything was sent"
    CRASH_AT_THE_KEYS = "stopped while keys were kept"
    CRASH_ON_THE_WAY = "stopped while a request was under way"
    # The disk.
    DISK_FULL = "the disk was full"
    MARK_NOT_WRITTEN = "the disk had no room for the mark"
    RESTORED = "a book was put back to an older copy"
    MARK_LOST = "a book was put back and its mark lost"
    # The network.
    LOST = "a request was lost"
    LATE = "a request came late"
    TWICE = "a request came twice"
    ANSWER_LOST = "an answer was lost"
    DAMAGED = "bytes were damaged on the way"
    CUT = "a device was cut off"
    STICK = "a device went by the stick"
    # The clock.
    CLOCK_JUMP = "a clock was set wrong"
    CLOCK_2099 = "a clock was set to 2099"
    # The server.
    SERVER_DOWN = "the server was down"
    SERVER_RESTORED = "the server was put back from its backup"
    DROPS_THE_MIDDLE = "the server drops the middle"
    WITHHOLDS = "the server withholds"
    ROLLS_BACK = "the server rolls back"
    SPLITS_THE_VIEW = "the server splits the view"
    REORDERS = "the server reorders"
    CORRUPTS = "the server corrupts"
    REPLAYS = "the server replays"
    # The devices.
    JOINED = "a device joined by a snapshot during the day"
    SHUT_OUT = "a device was shut out"
    NONSENSE = "a device sealed nonsense"
    # What came of it.
    NEW_EPOCH = "a device went on under a new epoch"
    NEW_KEYS = "a device was given new keys"
    FORK = "told: fork"
    GAP = "told: gap"
    ROLLED_BACK = "told: rolled_back"
    WITHHELD = "told: withheld"
    QUARANTINED = "told: quarantined"
    PARKED = "told: parked"
    EXCLUDED = "told: excluded"
    CLOCK = "told: clock"
