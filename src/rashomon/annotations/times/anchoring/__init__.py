"""Giving time expressions their values: which year, which day, and what that rests on.

What the words leave open is completed from the publication date, as given or in the page's own date
line; from the weekday beside a day and month (the latest year up to the fetch date that fits); from
another date of the same document. Where none of them decides, the value stays unknown, and the
reason says what is missing.
"""

from rashomon.annotations.times.anchoring.reader import anchor

__all__ = ["anchor"]
