"""The virtual screen's keyboard: an American one with spare keys for the letters of the product's other languages.

Typing a letter that no key has makes xdotool rearrange the keyboard for a moment, which a program notices too late now
and then. Must not know who types.
"""

from __future__ import annotations

PLAIN = "äöüßéèêáàâãíóôõúçñ¿€„”–…«º§×"
SHIFTED = "ÄÖÜẞÉÈÊÁÀÂÃÍÓÔÕÚÇÑ¡£“’—·»ª°²"
"""What each spare key writes, without Shift and with it."""

FIRST_SPARE_KEY = 208


def keymap() -> str:
    """The keyboard as `xkbcomp` reads it."""
    spare = "\n".join(
        f"        key <I{number}> {{ [ U{ord(plain):04X}, U{ord(shifted):04X} ] }};"
        for number, (plain, shifted) in enumerate(zip(PLAIN, SHIFTED, strict=True), FIRST_SPARE_KEY)
    )
    return f"""xkb_keymap {{
    xkb_keycodes {{ include "evdev+aliases(qwerty)" }};
    xkb_types {{ include "complete" }};
    xkb_compat {{ include "complete" }};
    xkb_symbols {{
        include "pc+us"
{spare}
    }};
}};
"""
