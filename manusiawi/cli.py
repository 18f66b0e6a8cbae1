"""The command line: reads the words typed, calls the work, prints, exits."""

from __future__ import annotations

import argparse
import errno
import sys
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from manusiawi.authoring.new import make_new
from manusiawi.authoring.scaffold import KINDS as NEW
from manusiawi.authoring.scaffold import form
from manusiawi.build.generate import generate
from manusiawi.checks import dates as lawdates
from manusiawi.checks import promises, translations
from manusiawi.checks.course import check
from manusiawi.checks.unwritten import unwritten
from manusiawi.entries.shapes import SHAPES
from manusiawi.evidence.analyse import TooFew, Wanted, analyse
from manusiawi.evidence.engine import ENGINES, NoLibraries
from manusiawi.exchange.export import NEEDS_SITE, export
from manusiawi.exchange.formats import FORMATS as FORMATS_OF_TOOLS
from manusiawi.exchange.formats import READ, WRITTEN
from manusiawi.exchange.sources import bank_name, imported
from manusiawi.exchange.written import told
from manusiawi.ground.faults import CourseFaults, Fault, Place, nearest, report
from manusiawi.ground.lastchange import last_change
from manusiawi.ground.writing import write_changed
from manusiawi.language.known import LANGUAGES, MAIN, all_known
from manusiawi.lint.output import FORMATS, as_json, as_sarif, as_text
from manusiawi.lint.rules.people import table as people_table
from manusiawi.lint.run import guessed, lint, measured, unknown_names
from manusiawi.model.course import Course
from manusiawi.model.loading import load_course
from manusiawi.reference.fields import field_guide
from manusiawi.reference.jsonschema import schemas
from manusiawi.reference.rules import rule_guide
from manusiawi.search.rootless import rootless

PROJECT = Path(__file__).resolve().parent.parent


def main(words: list[str] | None = None) -> int:
    """Runs one command; returns 0, or 1 where the course has faults."""
    parser = argparse.ArgumentParser(prog="build_quiz.py", description="Builds and checks the course.")
    parser.add_argument("--root", type=Path, default=PROJECT, help="the project's folder (default: this one)")
    commands = parser.add_subparsers(dest="command", required=True, metavar="command")
    for name, (_, words_of) in COMMANDS.items():
        command = commands.add_parser(name, help=words_of, description=words_of)
        if name == "site":
            command.add_argument("--into", type=Path, help="the folder of the built site (default: site)")
        if name == "handouts":
            command.add_argument("--into", type=Path, required=True, help="the folder to write them into, such as cetak")
            command.add_argument("--from", dest="site", type=Path, help="a built site to print from (default: it is built anew)")
            command.add_argument(
                "--plan", metavar="ADDRESS", help="print the workbook of this workshop alone: the address that the builder shares"
            )
        if name == "check":
            command.add_argument("--format", choices=FORMATS, default="text", help="for people, or for editors and code review")
            command.add_argument(
                "--options",
                metavar="MODULE",
                nargs="?",
                const="",
                help="print only what can be guessed from the options alone: the table of the bank, or a module's questions one by one",
            )
            command.add_argument("--people", action="store_true", help="print only the people who return, with where they appear")
            command.add_argument(
                "--roots", action="store_true", help="print only the words whose root the search's list lacks, with a page"
            )
        if name == "confirm":
            command.add_argument("text", nargs="*", help='which texts, such as "item nd-fotokopi"; all, if none is named')
        if name == "import":
            command.add_argument("file", type=Path, help="a file of questions, or a folder of such files")
            command.add_argument("--kind", choices=READ, help="its format; otherwise told by its ending and its first words")
            command.add_argument("--language", choices=LANGUAGES, default=MAIN, help="the language of its questions")
            command.add_argument(
                "--into",
                type=Path,
                help="the new file to write, such as quizzes/loket.yml, or a folder for those of a folder (default: the terminal)",
            )
        if name == "export":
            command.add_argument("kind", choices=WRITTEN, help="the format")
            command.add_argument("--module", help="the module alone; all, if none is named")
            spoken = command.add_mutually_exclusive_group()
            spoken.add_argument(
                "--language", choices=LANGUAGES, help="the language alone; every one in a file of its own, if none is named"
            )
            spoken.add_argument("--both", action="store_true", help="both languages in one file, for sites that show each reader their own")
            command.add_argument("--into", type=Path, required=True, help="the folder to write the files into")
            command.add_argument("--from", dest="site", type=Path, help="a built site to take pages from (default: it is built anew)")
        if name == "analyse":
            command.add_argument("files", type=Path, nargs="+", help="answers, or folders of them: CSV, JSON, JSON lines, Parquet")
            command.add_argument("--into", type=Path, required=True, help="the folder for the report and evidence.yml")
            command.add_argument("--language", choices=LANGUAGES, default=MAIN, help="the language of the report")
            command.add_argument("--small", action="store_true", help="tell about fewer than 30 people, too; only for your own eyes")
            command.add_argument("--engine", choices=ENGINES, default=ENGINES[0], help="what counts: this process, or Spark")
        if name == "new":
            command.add_argument(
                "words",
                nargs="*",
                metavar="word",
                help="; ".join(f"{kind} {form(kind)}" for kind in NEW),
            )
            command.add_argument(
                "--shape", default="", help=f"of a lesson: {'; '.join(f'{name}, {what}' for name, what in SHAPES.items())}"
            )
        if name == "serve":
            command.add_argument("--host", default="127.0.0.1")
            command.add_argument("--port", type=int, default=8000)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):  # what is sent into a file on Windows would have another encoding
            stream.reconfigure(encoding="utf-8", errors="replace")
    options = parser.parse_args(words)
    options.root = options.root.resolve()
    try:
        return COMMANDS[options.command][0](options)
    except CourseFaults as error:
        print(error, file=sys.stderr)
    except FileNotFoundError as error:
        print(f"{error.filename}: there is no such file or folder. Check the name.", file=sys.stderr)
    except OSError as error:
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            print(
                f"The disk is full{f', at {error.filename}' if error.filename else ''}. What stood there before stands there still.\n"
                "    Mend: make room (a whole build needs about 30 MB), then run the same command again.",
                file=sys.stderr,
            )
            return 1
        print(
            f"{error.filename or 'The disk'}: {error.strerror}. Check that the folder exists and that you may write there.", file=sys.stderr
        )
    return 1


def _pages(options: argparse.Namespace) -> int:
    course, written = generate(options.root)
    for path in written:
        print(path.relative_to(options.root).as_posix())
    print(f"{len(course.items)} questions, {len(written)} files written.")
    return 0


def _import(options: argparse.Namespace) -> int:
    """Each file gives a bank of its own; into a folder where it came from one."""
    whole, failed = options.file.is_dir(), False
    for found in imported(options.file, options.kind or "", options.language):
        into = options.into / bank_name(options.file, found.source) if options.into and whole else options.into
        faults = list(found.faults)
        if into and found.bank and into.exists():
            faults.append(Fault(Place(into.as_posix()), "the file exists", "a file that is new", "name another after --into"))
        elif into and found.bank:
            into.parent.mkdir(parents=True, exist_ok=True)
            write_changed(into, found.bank.encode())
        elif found.bank:
            print(f"# {found.source.as_posix()}\n{found.bank}" if whole else found.bank, end="")
        for note in found.notes:
            print(f"Not carried: {note}", file=sys.stderr)
        if faults:
            print(report(faults), file=sys.stderr)
        failed |= bool(faults)
    return int(failed)


def _export(options: argparse.Namespace) -> int:
    course = _readable(options.root)
    faults = check(course, options.root)
    if faults:
        raise CourseFaults(sorted(set(faults)))
    modules = [options.module] if options.module else list(course.banks)
    if options.module and options.module not in course.banks:
        print(f'No question bank is named "{options.module}". Allowed: {", ".join(course.banks)}.', file=sys.stderr)
        return 1
    if options.both and "languages" not in FORMATS_OF_TOOLS[options.kind].parts:
        able = ", ".join(name for name in WRITTEN if "languages" in FORMATS_OF_TOOLS[name].parts)
        print(f"{FORMATS_OF_TOOLS[options.kind].title} holds one language in a file. Allowed with --both: {able}.", file=sys.stderr)
        return 1
    with TemporaryDirectory() as folder:
        site = options.site
        if options.kind in NEEDS_SITE and site is None:
            from manusiawi.build.site import build_site

            site = Path(folder) / "site"
            build_site(options.root, site)
        spoken = [LANGUAGES] if options.both else [(name,) for name in ([options.language] if options.language else LANGUAGES)]
        made = export(course, options.kind, modules, spoken, site, last_change(options.root))
    options.into.mkdir(parents=True, exist_ok=True)
    for written in made:
        write_changed(options.into / written.name, written.content)
        for line in told(written.losses):
            print(f"Not carried as it is: {written.name}: {line}", file=sys.stderr)
        print(f"{written.name}: {written.taken} taken, {written.found} in the file.")
    return 0


def _analyse(options: argparse.Namespace) -> int:
    wanted = Wanted(options.files, options.into, options.language, options.small, options.engine)
    try:
        print("\n".join(analyse(_readable(options.root), wanted)))
    except (NoLibraries, TooFew) as error:
        print(error, file=sys.stderr)
        return 1
    return 0


def _new(options: argparse.Namespace) -> int:
    print(make_new(options.root, options.words, options.shape))
    return 0


def _check(options: argparse.Namespace) -> int:
    if options.options is not None:
        return _guessed(_readable(options.root), options.options)
    if options.people:
        print("\n".join(people_table(_readable(options.root))))
        return 0
    if options.roots:
        print("\n".join(rootless(_readable(options.root))))
        return 0
    course = load_course(options.root)
    faults = sorted({*check(course, options.root), *unwritten(course, options.root), *unknown_names(course)})
    findings = lint(course, options.root) if not faults else []
    failed = bool(faults) or any(finding.level == "error" for finding in findings)
    if options.format != "text":
        print((as_json if options.format == "json" else as_sarif)(faults, findings))
    elif faults:
        print(report(faults), file=sys.stderr)
    else:
        print(as_text(findings, measured(course)), file=sys.stderr)
        print(
            f"{len(course.items)} questions, {len(course.citations)} articles, "
            f"pages: {', '.join(f'{len(course.pages[known.code])} in {known.name}' for known in all_known())}. No fault."
        )
    return int(failed)


def _guessed(course: Course, module: str) -> int:
    if module and module not in course.banks:
        print(f'No question bank is named "{module}". Allowed: {", ".join(course.banks)}.', file=sys.stderr)
        return 1
    print("\n".join(guessed(course, module)))
    return 0


def _readable(root: Path) -> Course:
    """The course, where all of it could be read: what is missing from a count or a record would look as if it were gone."""
    course = load_course(root)
    if course.faults:
        raise CourseFaults(course.faults)
    return course


def _confirm(options: argparse.Namespace) -> int:
    found = list(translations.units(_readable(options.root)))
    names = [unit.name for unit in found]
    unknown = [name for name in options.text if name not in names]
    for name in unknown:
        likely = nearest(name, names)
        print(
            f'No text is named "{name}". ' + (f'Write "{likely}"?' if likely else f"Names look like: {', '.join(names[:3])}."),
            file=sys.stderr,
        )
    if unknown:
        return 1
    text = translations.record_text(found, translations.confirmed(options.root), set(options.text))
    write_changed(options.root / translations.FILE, text.encode())
    print(f"{len(options.text) or len(found)} texts confirmed.")
    return 0


def _coverage(options: argparse.Namespace) -> int:
    print(translations.coverage(list(translations.units(_readable(options.root))), translations.confirmed(options.root)))
    return 0


def _promises(options: argparse.Namespace) -> int:
    course = load_course(options.root)
    faults = sorted({*check(course, options.root), *unwritten(course, options.root)})
    if faults:
        raise CourseFaults(faults)
    before = len(promises.promised(options.root))
    write_changed(options.root / promises.FILE, promises.with_new(course, options.root).encode())
    after = len(promises.promised(options.root))
    print(f"{after} promises in {promises.FILE}, {after - before} of them new.")
    return 0


def _dates(options: argparse.Namespace) -> int:
    found = lawdates.checked(_readable(options.root))
    late = lawdates.overdue(found, date.today())
    print(lawdates.as_text(found, late))
    return int(bool(late))


def _schema(options: argparse.Namespace) -> int:
    for name, text in schemas().items():
        write_changed(options.root / "schema" / name, text.encode())
    write_changed(options.root / "quizzes" / "README.md", field_guide().encode())
    write_changed(options.root / "quizzes" / "RULES.md", rule_guide().encode())
    print("schema/, quizzes/README.md and quizzes/RULES.md agree with the code.")
    return 0


def _site(options: argparse.Namespace) -> int:
    from manusiawi.build.site import BuildFailed, build_site

    into = (options.into or options.root / "site").resolve()
    left = sorted(unwritten(load_course(options.root), options.root))
    if left:
        raise CourseFaults(left)
    try:
        build_site(options.root, into)
    except BuildFailed as error:
        print(error, file=sys.stderr)
        return 1
    print(f"The course is in {into}.")
    return 0


def _handouts(options: argparse.Namespace) -> int:
    from manusiawi.build.handouts import NoPlan, NoPrinter, print_handouts, print_plan
    from manusiawi.build.site import BuildFailed, build_site

    into = options.into.resolve()
    course = _readable(options.root)
    try:
        with TemporaryDirectory() as folder:
            site = options.site.resolve() if options.site else Path(folder) / "site"
            if not options.site:
                build_site(options.root, site)
            made = print_plan(course, site, options.plan, into) if options.plan else print_handouts(course, site, into)
    except (BuildFailed, NoPlan, NoPrinter) as error:
        print(error, file=sys.stderr)
        return 1
    print(f"{len(made)} handouts are in {into}.")
    return 0


def _serve(options: argparse.Namespace) -> int:
    from manusiawi.build.serve import serve

    try:
        return serve(options.root, options.host, options.port)
    except (OSError, OverflowError) as error:
        print(
            f"The course cannot be served at {options.host}:{options.port}: {getattr(error, 'strerror', None) or error}.\n"
            "    Allowed: an address of this computer, a port from 1024 to 65535 that nothing else uses.\n"
            f"    Mend: add another port, such as --port {options.port % 60000 + 1}.",
            file=sys.stderr,
        )
        return 1


COMMANDS = {
    "pages": (_pages, "write the generated pages beside the lessons, as any builder needs them"),
    "check": (_check, "check questions, lessons and sources, then lint the questions; exit 1 where there is a fault or an error"),
    "import": (_import, "print questions of other tools as YAML for quizzes/; what is not carried is told"),
    "export": (_export, "write questions, and pages, into files of other tools; what is not carried is told"),
    "analyse": (_analyse, "count answers that came back, without people: a report of each question, and evidence for `check`"),
    "new": (_new, "begin a course, module, lesson, item or case: files in both languages whose capitals say what to write"),
    "dates": (_dates, "tell when each law and fact was checked, oldest first; exit 1 where one is over twelve months old"),
    "confirm": (_confirm, "record that English texts agree with their Indonesian"),
    "coverage": (_coverage, "tell by page which texts are confirmed, stale, changed or new"),
    "promises": (_promises, "add every new address and question id to the list of those that stay"),
    "schema": (_schema, "write the JSON Schemas and the page of fields from the types"),
    "site": (_site, "build both languages into one folder"),
    "handouts": (_handouts, "print workbooks, exercises, keys, cards and sheets as tagged PDF; needs Chromium and Playwright"),
    "serve": (_serve, "show the course in the browser and rebuild it on every save"),
}
