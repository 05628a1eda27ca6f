"""Give and take in a crowd: who took up a question where nobody is named and several talk at once.

A question is taken up by whoever then talks with the asker. Every later turn of another member is weighed: nearness
to what the asker said last, words that few others use, whether they came into the talk because of it, and whether
the asker goes on right after them. Each member's turns add up; the heaviest counts. The more people were talking,
the more it takes.

How the constants were chosen: by hand, in round numbers, on the labelled development logs of an IRC channel with all
names taken out, where halving or doubling any one of them moves the share of right verdicts by a few hundredths.
``tests.evaluation --irc`` counts it.
"""

from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
import numpy.typing as npt
import polars as pl

from groupctl.figures.conversation import Conversation
from groupctl.figures.patterns import any_of
from groupctl.figures.question_forms import REACTIONS
from groupctl.figures.turns import TALKING, by_speaker
from groupctl.figures.words import shared_rarity

LOOK_AHEAD, ALONE_AHEAD = 40, 12
"""Turns after a question that are looked at where the asker goes on talking, and where not."""
PIECE = 5_000
"""Questions that are weighed at once: what the processor's cache can hold."""
WITHIN = np.timedelta64(30, "m")
"""In a crowd, what is said later than this has another reason."""
HALF = 4.0
"""Turns of others in between that halve how much a turn says."""
NEW_TO_THE_TALK = 2.0
"""Who was silent until the question was asked, and then speaks up, most likely answers it."""
ASKER = 0.5
"""Who came with a question of their own most likely goes on about that one."""
REACTION = 2.0
"""The asker says yes, no or thanks to somebody."""
RARE_WORDS = 0.3
"""Weight of the words that two turns share, for each power of e that they are rare."""
MOST_WORDS = 1.25
"""What shared words weigh at most."""
NEEDED, NEEDED_EACH = 0.5, 0.5
"""What it takes where nobody talks, and for each one more who does."""
CROWD_TURNS = 6
"""Turns before the question whose speakers are counted as those who talk."""

Bools = npt.NDArray[np.bool_]
Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]


@dataclass(frozen=True)
class Speech:
    """The turns of a conversation, as arrays with one place a turn."""

    talk: Conversation

    @cached_property
    def who(self) -> Ints:
        """Who speaks."""
        return self.talk.turns["who"].to_numpy().astype(np.int64)

    @cached_property
    def began(self) -> npt.NDArray[np.datetime64]:
        """When it begins."""
        return self.talk.turns["began"].to_numpy()

    @cached_property
    def asks(self) -> Bools:
        """Whether it asks something."""
        asks = np.zeros(self.who.size, np.bool_)
        asks[self.talk.asking["turn"].to_numpy()] = True
        return asks

    @cached_property
    def fresh(self) -> Bools:
        """Whether its speaker was not talking before."""
        return (self.talk.silent_for > TALKING).fill_null(value=True).to_numpy()

    @cached_property
    def weight(self) -> Floats:
        """How much a turn says that follows something: less by who came to ask, more by who is new to the talk."""
        order = by_speaker(self.talk.turns)
        # The first turn of everybody is fresh, so that nobody is taken for who stands before them.
        came = order[np.maximum.accumulate(np.where(self.fresh[order], np.arange(order.size), 0))]
        asker = np.zeros(order.size, np.bool_)
        asker[order] = self.asks[came]
        return np.where(asker, np.where(self.fresh, 0.0, ASKER), np.where(self.fresh, NEW_TO_THE_TALK, 1.0))

    @cached_property
    def first(self) -> Ints:
        """The place of its first message."""
        messages = self.talk.turns["messages"].to_numpy().astype(np.int64)
        first: Ints = messages.cumsum() - messages
        return first

    def reacts(self, turns: Ints) -> Bools:
        """Tell of some turns whether they begin with a word that takes up what somebody said."""
        begin = self.talk.talk["text"].gather(self.first[turns]).str.head(24)
        return begin.str.contains(any_of(REACTIONS)).fill_null(value=False).to_numpy()

    @cached_property
    def to_somebody(self) -> Bools:
        """Whether it speaks to somebody by name."""
        speaks = np.zeros(self.who.size, np.bool_)
        speaks[self.talk.addressed["turn"].unique().to_numpy()] = True
        return speaks

    def crowd(self, places: Ints) -> Ints:
        """Return how many others were talking when the turns at ``places`` began."""
        count = np.zeros(places.size, np.int64)
        seen: list[Ints] = [self.who[places]]
        for back in range(1, CROWD_TURNS + 1):
            at = np.maximum(places - back, 0)
            recent = (places >= back) & (self.began[places] - self.began[at] <= np.timedelta64(TALKING))
            new = recent & np.all([self.who[at] != other for other in seen], axis=0)
            seen.append(np.where(recent, self.who[at], -1))
            count += new
        return count


_DECAY = np.exp2(np.arange(LOOK_AHEAD + 1) / -HALF)


def _decay(between: Ints) -> Floats:
    """Return how much a turn still says after so many turns of others (none, where the log ends before it)."""
    return _DECAY[np.maximum(between, 0)]


def _weights(speech: Speech, questions: Ints, at: Ints, own: Bools) -> Floats:
    """Return how much each turn after the questions says; ``at`` and ``own`` have a row a place, a column a question.

    Nearness to what the asker said before; and how soon the asker goes on after it.
    """
    said = speech.weight[at]
    weight, asker_spoke = np.zeros(at.shape), questions.copy()
    for place, turns in enumerate(at):
        weight[place] = _decay(turns - asker_spoke - 1) * said[place]
        asker_spoke[own[place]] = turns[own[place]]
    goes_on, gain = np.zeros(questions.size, np.int64), np.zeros(questions.size)
    gains = np.zeros(at.shape)
    gains[own] = np.where(speech.reacts(at[own]), REACTION, 1.0)
    for place, turns in reversed(list(enumerate(at))):
        weight[place] += gain * np.minimum(said[place], 1.0) * _decay(goes_on - turns - 1)
        goes_on[own[place]] = turns[own[place]]
        gain[own[place]] = gains[place, own[place]]
    return weight


@dataclass(frozen=True, kw_only=True)
class Following:
    """What follows some questions: one row a place after them, one column a question."""

    questions: Ints
    """Their turns."""
    at: Ints
    """The number of the turn."""
    earlier: Ints
    """At which place they spoke before; negative where at none of these."""
    weight: Floats
    """How much it says; 0 for the asker's own turns, what comes too late and what is said to somebody else."""
    needed: Floats
    """What it takes, for each question."""

    def some(self, columns: Bools) -> "Following":
        """Return the same of some of the questions."""
        return Following(
            questions=self.questions[columns],
            at=self.at[:, columns],
            earlier=self.earlier[:, columns],
            weight=self.weight[:, columns],
            needed=self.needed[columns],
        )

    @cached_property
    def together(self) -> Floats:
        """The weight of all turns of whoever speaks at that place; 0 where it says nothing."""
        sums = self.weight.copy()
        again = [(place, np.flatnonzero(earlier >= 0)) for place, earlier in enumerate(self.earlier)]
        for place, columns in again:
            sums[place, columns] += sums[self.earlier[place, columns], columns]
        for place, columns in reversed(again):  # what they say in all counts at each of their places
            sums[self.earlier[place, columns], columns] = sums[place, columns]
        return np.where(self.weight > 0, sums, 0.0)

    def with_words(self, shared: pl.DataFrame) -> "Following":
        """Return the same with the rare words that turns share with their question counted in."""
        column = pl.DataFrame({"turn": self.questions}).cast(pl.UInt32).with_row_index("column")
        near = shared.join(column, on="turn").with_columns((pl.col("then") - pl.col("turn") - 1).alias("place"))
        near = near.filter(pl.col("place") < len(self.at))
        added = np.zeros(self.weight.shape)
        added[near["place"].to_numpy(), near["column"].to_numpy()] = RARE_WORDS * near["rarity"].to_numpy()
        added = np.where(self.weight > 0, np.minimum(added, MOST_WORDS), 0.0)
        return replace(self, weight=self.weight + added)

    def takers(self) -> pl.DataFrame:
        """Return the questions that were taken up: ``turn``, ``then`` (the first turn of the first who did)."""
        enough = self.together >= self.needed
        found = enough.any(axis=0)
        then = self.at[enough.argmax(axis=0), np.arange(found.size)]
        return pl.DataFrame({"turn": self.questions[found], "then": then[found]}).cast(pl.UInt32)


def _following(speech: Speech, questions: Ints, ahead: int) -> Following:
    """Return what follows the questions within ``ahead`` turns, words not counted."""
    places = questions + np.arange(1, ahead + 1)[:, None]
    at = np.minimum(places, speech.who.size - 1)
    soon = (places == at) & (speech.began[at] - speech.began[questions] <= WITHIN)
    own = soon & (speech.who[at] == speech.who[questions])
    weight = _weights(speech, questions, at, own) * (soon & ~own & ~speech.to_somebody[at])
    needed = NEEDED + NEEDED_EACH * speech.crowd(questions).astype(np.float64)
    earlier = speech.talk.own_before[at] - questions - 1
    return Following(questions=questions, at=at, earlier=earlier, weight=weight, needed=needed)


def taken_up(talk: Conversation, asked: pl.DataFrame) -> pl.DataFrame:
    """Return the questions (``turn``) that somebody took up: ``turn``, ``answer`` (the row of their first turn)."""
    speech = Speech(talk)
    soon = np.arange(talk.turns.height) - talk.own_before <= LOOK_AHEAD
    comes_back = np.zeros(talk.turns.height, np.bool_)
    comes_back[talk.own_before[soon & (talk.own_before >= 0)]] = True
    returns = asked.select("turn", pl.Series("back", comes_back[asked["turn"].to_numpy()]))
    found, doubtful = [pl.DataFrame(schema={"turn": pl.UInt32, "then": pl.UInt32})], []
    for back, ahead in ((True, LOOK_AHEAD), (False, ALONE_AHEAD)):
        for piece in returns.filter(pl.col("back") == back).iter_slices(PIECE):
            after = _following(speech, piece["turn"].to_numpy().astype(np.int64), ahead)
            found.append(after.takers())
            lacking = after.needed - after.together.max(axis=0)
            doubtful.append(after.some((lacking > 0) & (lacking <= MOST_WORDS)))
    turns = pl.concat([pl.Series("turn", after.questions) for after in doubtful]) if doubtful else pl.Series("turn", [])
    shared = shared_rarity(talk, turns.cast(pl.UInt32), ahead=LOOK_AHEAD)
    found += [after.with_words(shared).takers() for after in doubtful]
    rows = talk.turns.select(pl.col("turn").alias("then"), pl.col("row").alias("answer"))
    return pl.concat(found).join(rows, on="then").sort("turn").select("turn", "answer")
