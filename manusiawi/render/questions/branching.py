"""Branching cases: scenes joined by plain links, so that they can be read without a script."""

from __future__ import annotations

import html

from manusiawi.entries.items import BranchingCase, Choice, Node
from manusiawi.render.questions.parts import Setting, attributes


def question(item: BranchingCase, setting: Setting) -> str:
    """The scenes in the author's order; each choice is a link to the scene it leads to."""
    scenes = "\n".join(_scene(item, node, setting) for node in item.nodes)
    return f'<p class="mq-stem">{setting.inline(item.stem)}</p>\n{scenes}'


def _way(choice: Choice, address: str, title: str, setting: Setting) -> str:
    """A choice as a link; paper shows the title of the scene to which it leads."""
    leads_to = setting.say("leads-to", title=title)
    return f"<a{attributes(class_='mq-way', href=address, data_to=leads_to)}>{setting.inline(choice.text)}</a>"


def _scene(item: BranchingCase, node: Node, setting: Setting) -> str:
    name = f"{item.id}-{node.id}"
    heading = min(setting.level + 1, 6)
    if node.choices:
        titles = {other.id: html.unescape(setting.plain(other.title)) for other in item.nodes}
        links = "".join(
            f"<li>{_way(choice, f'#{item.id}-{choice.to}', titles.get(choice.to, ''), setting)}</li>\n" for choice in node.choices
        )
        rest = f'<p class="mq-lead">{setting.say("choices-here")}</p>\n<ul class="mq-ways">{links}</ul>'
    else:
        rest = (
            f'<div class="mq-end"><p class="mq-lead">{setting.say("ending")}</p>{setting.block(node.ending)}'
            f'<p><a class="mq-way" href="#{item.id}-{item.nodes[0].id}">{setting.say("to-start")}</a></p></div>'
        )
    return (
        f'<section class="mq-node" id="{name}" aria-labelledby="{name}-h">'
        f'<h{heading} id="{name}-h" tabindex="-1">{setting.inline(node.title)}</h{heading}>\n{setting.block(node.text)}\n{rest}</section>'
    )


def answer(item: BranchingCase, setting: Setting) -> str:
    """Every road in plain text."""
    titles = {node.id: setting.inline(node.title) for node in item.nodes}
    rows = ""
    for node in item.nodes:
        ways = "".join(
            f"<li>{setting.inline(choice.text)} {setting.say('leads-to', title=titles.get(choice.to, ''))}</li>" for choice in node.choices
        )
        rest = f"<ul>{ways}</ul>" if ways else setting.block(node.ending)
        rows += f"<li><b>{titles[node.id]}</b>{rest}</li>\n"
    return f'<ul class="mq-paths">\n{rows}</ul>'
