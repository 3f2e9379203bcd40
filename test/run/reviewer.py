"""A reviewer at LibreOffice: does what a list of actions says, as a person would by keyboard and menu.

Usage: reviewer.py WORKBOOK SAVED_AS ACTIONS.json

Actions, in order; rows count from 1, as they are shown:
  {"do": "type", "sheet": S, "cell": "F5", "text": T}   types into a cell and presses Enter
  {"do": "insertRow", "sheet": S, "row": N}             inserts an empty row above row N
  {"do": "deleteRow", "sheet": S, "row": N}
  {"do": "sort", "sheet": S, "column": "F", "from": N}  sorts the rows from N to the last by a column
  {"do": "read", "sheet": S}                            prints the sheet as JSON lines
"""
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.table import TableSortField


def prop(name, value):
    made = PropertyValue()
    made.Name = name
    made.Value = value
    return made


def connect(port):
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    address = f"uno:socket,host=127.0.0.1,port={port};urp;StarOffice.ComponentContext"
    for _ in range(240):
        try:
            return resolver.resolve(address)
        except Exception:  # not listening yet
            time.sleep(0.25)
    raise SystemExit("LibreOffice did not answer within a minute.")


class Reviewer:
    def __init__(self, context, path):
        manager = context.ServiceManager
        self.desktop = manager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
        self.dispatcher = manager.createInstanceWithContext("com.sun.star.frame.DispatchHelper", context)
        url = uno.systemPathToFileUrl(os.path.abspath(path))
        self.document = self.desktop.loadComponentFromURL(url, "_blank", 0, ())
        self.controller = self.document.CurrentController

    def sheet(self, name):
        return self.document.Sheets.getByName(name)

    def command(self, command, *arguments):
        self.dispatcher.executeDispatch(self.controller.Frame, command, "", 0, arguments)

    def go(self, sheet, cells):
        self.controller.setActiveSheet(self.sheet(sheet))
        self.command(".uno:GoToCell", prop("ToPoint", cells))

    def type(self, sheet, cell, text):
        self.go(sheet, cell)
        self.command(".uno:EnterString", prop("StringName", text))

    def insertRow(self, sheet, row):
        self.go(sheet, f"A{row}")
        self.command(".uno:InsertRowsBefore")

    def deleteRow(self, sheet, row):
        self.go(sheet, f"A{row}")
        self.command(".uno:DeleteRows")

    def last(self, sheet):
        cursor = self.sheet(sheet).createCursor()
        cursor.gotoEndOfUsedArea(False)
        return cursor.RangeAddress

    def sort(self, sheet, column, **rest):
        first = rest["from"] - 1
        last = self.last(sheet)
        cells = self.sheet(sheet).getCellRangeByPosition(0, first, last.EndColumn, last.EndRow)
        field = TableSortField()
        field.Field = self.sheet(sheet).getCellRangeByName(f"{column}1").CellAddress.Column
        field.IsAscending = True
        fields = uno.Any("[]com.sun.star.table.TableSortField", (field,))
        uno.invoke(cells, "sort", ((prop("SortFields", fields), prop("ContainsHeader", False)),))

    def read(self, sheet):
        last = self.last(sheet)
        cells = self.sheet(sheet).getCellRangeByPosition(0, 0, last.EndColumn, last.EndRow)
        for row in cells.getDataArray():
            print(json.dumps(row))

    def save(self, path):
        kind = {"xlsx": "Calc MS Excel 2007 XML", "ods": "calc8"}[path.rsplit(".", 1)[1]]
        self.document.storeToURL(uno.systemPathToFileUrl(os.path.abspath(path)), (prop("FilterName", kind),))
        self.document.close(True)


def main(path, saved, actions):
    profile = tempfile.mkdtemp(prefix="reviewer-")
    port = 20000 + os.getpid() % 20000
    office = subprocess.Popen(
        [
            "soffice",
            f"-env:UserInstallation=file://{profile}",
            "--headless",
            "--norestore",
            "--nologo",
            f"--accept=socket,host=127.0.0.1,port={port};urp;",
        ],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        reviewer = Reviewer(connect(port), path)
        for action in json.load(open(actions, encoding="utf-8")):
            getattr(reviewer, action.pop("do"))(**action)
        reviewer.save(saved)
        try:
            reviewer.desktop.terminate()
        except Exception:  # the bridge goes down with the office
            pass
        office.wait(30)
    finally:
        if office.poll() is None:
            office.kill()
            office.wait()
        shutil.rmtree(profile, ignore_errors=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
