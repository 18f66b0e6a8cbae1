"""What MkDocs calls while it builds one language: fresh pages before, notes of what each page asks, lean styles after."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from mkdocs.exceptions import PluginError

from manusiawi.build.generate import generate
from manusiawi.build.menu import menu_of
from manusiawi.build.quickbuild import Built
from manusiawi.build.styles import OWN_SHEET, read_styles
from manusiawi.ground.catalogue import phrases
from manusiawi.ground.faults import CourseFaults
from manusiawi.language.known import LANGUAGES, folder, to_root
from manusiawi.model.addresses import built
from manusiawi.model.asked import Notes, listen
from manusiawi.model.loading import load_course
from manusiawi.render.assets import address, first_script, web_files
from manusiawi.render.policy import page_policy
from manusiawi.render.scripts import names_of


def on_config(config: Any) -> Any:
    """Writes the generated pages, and hands the templates the words, the page's own language first, and what pages there are."""
    _write_pages(config)
    language = config.theme["language"]
    order = [language, *(other for other in LANGUAGES if other != language)]
    config.extra["words"] = phrases(language)
    config.extra["published"] = (config.site_url or "").removesuffix(folder(language))  # the root of both languages
    course = load_course(Path(config.config_file_path).parent)
    config.site_name = course.site.name[language]
    config.extra["key"] = course.site.prefix
    names = names_of(course)
    config.extra["first"] = first_script(names)
    # not while it is written: the preview shows faults and loads anew by what the policy keeps out
    config.extra["policy"] = "" if getattr(config, "preview", False) else page_policy(config.extra["first"])
    config.extra["share"] = "share.png" in web_files(language, names)  # the picture that other sites show beside a link
    for page in ("search", "offline"):
        name = getattr(course.names, page)
        config.extra[page] = built(name) if (Path(config.docs_dir) / name).is_file() else ""
    config.extra["script"] = address("plain.js", "index.md", names)  # with its digest, so that no page runs with an old one
    config.extra["sheet"] = address(OWN_SHEET, "index.md", names).partition("?")[2]  # the digest alone: it is added to the theme's sheet
    config.extra["tongues"] = [
        {
            "language": name,
            "words": phrases(name),
            "folder": folder(name),
            "way": "" if name == language else to_root(language) + folder(name),
            "menu": [] if name == language else menu_of(Path(config.config_file_path).parent, name),
        }
        for name in order
    ]
    return config


def _write_pages(config: Any) -> None:
    """Writes the generated pages, which the menus name, unless whoever builds has just done so; a course with faults stops the build."""
    if getattr(config, "generated", False):
        return
    try:
        generate(Path(config.config_file_path).parent)
    except CourseFaults as error:
        raise PluginError(str(error)) from error


def on_nav(nav: Any, config: Any, files: Any) -> None:
    """Keeps the menu in the configuration for the preview, which goes on with what a build leaves there."""
    config.kept_nav, config.kept_notes = nav, {}


def on_template_context(context: Any, template_name: str, config: Any) -> Any:
    """Lets the page for lost addresses, whose links count from the host, lead to its own language where the site's address is unknown."""
    if template_name == "404.html" and not config.site_url:
        context["base_url"] = f"/{folder(config.theme['language'])}"
    return context


def on_page_markdown(markdown: str, page: Any, config: Any, files: Any) -> str:
    """Begins to note what the page asks of the course."""
    notes: Notes = {}
    config.kept_notes[page.file.src_uri] = notes
    listen(notes)
    return markdown


def on_page_content(html: str, page: Any, config: Any, files: Any) -> str:
    """Ends the page's notes."""
    listen(None)
    return html


def on_env(env: Any, config: Any, files: Any) -> None:
    """Keeps the templates and files in the configuration for the preview."""
    config.kept_env, config.kept_files = env, files


def on_post_build(config: Any) -> None:
    """Cuts the theme's stylesheets down to what the pages use, and adds the course's own."""
    site = Path(config.site_dir)
    styles = read_styles(site)
    styles.write(site)
    config.kept = Built(config, config.kept_env, config.kept_files, config.kept_nav, config.kept_notes, styles)
