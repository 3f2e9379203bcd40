"""A reviewer at LibreOffice: does what a list of actions says, as a person would by keyboard and menu.

Usage: reviewer.py ACTIONS.json

Actions, in order; rows count from 1, as they are shown:
  {"do": "open", "path": P}                             opens a workbook; the one before is closed
  {"do": "save", "path": P}                             saves it, as its ending says; with .csv, every sheet as P-SHEET.csv
  {"do": "type", "sheet": S, "cell": "F5", "text": T}   types into a cell and presses Enter
  {"do": "insertRow", "sheet": S, "row": N}             inserts an empty row above row N
  {"do": "deleteRow", "sheet": S, "row": N}
  {"do": "sort", "sheet": S, "column": "F", "from": N}  sorts the rows from N to the last by a column
  {"do": "filter", "sheet": S, "column": "F", "text": T}  shows only the rows that say T in a column
  {"do": "copyRow", "sheet": S, "row": N, "above": M}   inserts a copy of row N above row M
  {"do": "moveRow", "sheet": S, "row": N, "above": M}   cuts row N and inserts it above row M
  {"do": "moveColumn", "sheet": S, "column": "G", "before": "E"}
  {"do": "hideColumn", "sheet": S, "column": "G"}
  {"do": "renameSheet", "sheet": S, "to": T}
  {"do": "moveSheet", "sheet": S, "to": N}              N counts from 0
  {"do": "copySheet", "sheet": S, "to": T}              behind all others
  {"do": "comment", "sheet": S, "cell": "F5", "text": T}
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
from com.sun.star.sheet import TableFilterField
from com.sun.star.sheet.FilterOperator import EQUAL
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
    def __init__(self, context):
        manager = context.ServiceManager
        self.desktop = manager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
        self.dispatcher = manager.createInstanceWithContext("com.sun.star.frame.DispatchHelper", context)
        self.document = None

    def open(self, path):
        self.close()
        url = uno.systemPathToFileUrl(os.path.abspath(path))
        self.document = self.desktop.loadComponentFromURL(url, "_blank", 0, ())
        self.controller = self.document.CurrentController

    def close(self):
        if self.document is not None:
            self.document.close(True)
        self.document = None

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
        field.Field = self.column(sheet, column)
        field.IsAscending = True
        fields = uno.Any("[]com.sun.star.table.TableSortField", (field,))
        uno.invoke(cells, "sort", ((prop("SortFields", fields), prop("ContainsHeader", False)),))

    def filter(self, sheet, column, text):
        last = self.last(sheet)
        # The heads stand in the row above the first id.
        heads = next(row for row in range(60) if self.sheet(sheet).getCellByPosition(0, row).String == "Row id")
        cells = self.sheet(sheet).getCellRangeByPosition(0, heads, last.EndColumn, last.EndRow)
        field = TableFilterField()
        field.Field = self.column(sheet, column)
        field.Operator = EQUAL
        field.IsNumeric = False
        field.StringValue = text
        wanted = cells.createFilterDescriptor(True)
        wanted.ContainsHeader = True
        wanted.setFilterFields((field,))
        cells.filter(wanted)

    def column(self, sheet, name):
        return self.sheet(sheet).getCellRangeByName(f"{name}1").CellAddress.Column

    def copyRow(self, sheet, row, above):
        rows = self.sheet(sheet).Rows
        rows.insertByIndex(above - 1, 1)
        at = row if row >= above else row - 1
        self.sheet(sheet).copyRange(
            self.sheet(sheet).getCellByPosition(0, above - 1).CellAddress, rows.getByIndex(at).RangeAddress
        )

    def moveRow(self, sheet, row, above):
        rows = self.sheet(sheet).Rows
        rows.insertByIndex(above - 1, 1)
        at = row if row >= above else row - 1
        self.sheet(sheet).moveRange(
            self.sheet(sheet).getCellByPosition(0, above - 1).CellAddress, rows.getByIndex(at).RangeAddress
        )
        rows.removeByIndex(at, 1)

    def moveColumn(self, sheet, column, before):
        columns = self.sheet(sheet).Columns
        to, at = self.column(sheet, before), self.column(sheet, column)
        columns.insertByIndex(to, 1)
        at += 1 if at >= to else 0
        self.sheet(sheet).moveRange(
            self.sheet(sheet).getCellByPosition(to, 0).CellAddress, columns.getByIndex(at).RangeAddress
        )
        columns.removeByIndex(at, 1)

    def hideColumn(self, sheet, column):
        self.sheet(sheet).Columns.getByName(column).IsVisible = False

    def renameSheet(self, sheet, to):
        self.sheet(sheet).Name = to

    def moveSheet(self, sheet, to):
        self.document.Sheets.moveByName(sheet, to)

    def copySheet(self, sheet, to):
        self.document.Sheets.copyByName(sheet, to, self.document.Sheets.Count)

    def comment(self, sheet, cell, text):
        address = self.sheet(sheet).getCellRangeByName(cell).CellAddress
        self.sheet(sheet).Annotations.insertNew(address, text)

    def save(self, path):
        kind, options = {
            "xlsx": ("Calc MS Excel 2007 XML", ""),
            "ods": ("calc8", ""),
            # Commas, quotes where they are needed, UTF-8, as shown, every sheet.
            "csv": ("Text - txt - csv (StarCalc)", "44,34,76,1,,0,false,true,false,false,false,-1"),
        }[path.rsplit(".", 1)[1]]
        url = uno.systemPathToFileUrl(os.path.abspath(path))
        self.document.storeToURL(url, (prop("FilterName", kind), prop("FilterOptions", options)))


def main(actions):
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
        reviewer = Reviewer(connect(port))
        for action in json.load(open(actions, encoding="utf-8")):
            getattr(reviewer, action.pop("do"))(**action)
        reviewer.close()
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
