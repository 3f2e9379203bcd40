/**
 * Two rows and two columns as spreadsheets put them on the clipboard as HTML: a text of two lines with quotation
 * marks, a text with two spaces in a row, an empty cell, and a text that looks like markup.
 */
export const COPIED_HTML: Record<string, string> = {
  Excel: `<html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel" xmlns="http://www.w3.org/TR/REC-html40">
<head>
<meta http-equiv=Content-Type content="text/html; charset=utf-8">
<meta name=ProgId content=Excel.Sheet>
<style>
<!--table
	{mso-displayed-decimal-separator:"\\.";
	mso-displayed-thousand-separator:"\\,";}
td
	{padding-top:1px;
	white-space:nowrap;}
.xl65
	{white-space:normal;}
br
	{mso-data-placement:same-cell;}
-->
</style>
</head>
<body link="#0563C1" vlink="#954F72">
<table border=0 cellpadding=0 cellspacing=0 width=230 style='border-collapse:
 collapse;width:172pt'>
<!--StartFragment-->
 <col width=115 span=2 style='mso-width-source:userset;width:86pt'>
 <tr height=40 style='height:30.0pt'>
  <td height=40 class=xl65 width=115 style='height:30.0pt;width:86pt'>One<br>
    line &quot;two&quot;</td>
  <td width=115 style='width:86pt'>a<span style='mso-spacerun:yes'>&nbsp; </span>b</td>
 </tr>
 <tr height=20 style='height:15.0pt'>
  <td height=20 style='height:15.0pt'></td>
  <td>&lt;b&gt;bold&lt;/b&gt;</td>
 </tr>
<!--EndFragment-->
</table>
</body>
</html>`,
  LibreOffice: `<!DOCTYPE html>
<html>
<head>
	<meta http-equiv="content-type" content="text/html; charset=utf-8"/>
	<style type="text/css">
		body,div,table,thead,tbody,tfoot,tr,th,td,p { font-family:"Liberation Sans"; font-size:x-small }
		a.comment-indicator:hover + comment { background:#ffd; position:absolute; display:block; }
	</style>
</head>
<body>
<table cellspacing="0" border="0">
	<colgroup span="2" width="85"></colgroup>
	<tr>
		<td height="34" align="left">One<br>line &quot;two&quot;</td>
		<td align="left">a&nbsp; b</td>
	</tr>
	<tr>
		<td height="17" align="left"><br></td>
		<td align="left">&lt;b&gt;bold&lt;/b&gt;</td>
	</tr>
</table>
</body>
</html>`,
  'Google Sheets': `<meta charset='utf-8'><google-sheets-html-origin><style type="text/css"><!--td {border: 1px solid #cccccc;}br {mso-data-placement:same-cell;}--></style><table xmlns="http://www.w3.org/1999/xhtml" cellspacing="0" cellpadding="0" dir="ltr" border="1" style="table-layout:fixed;font-size:10pt;font-family:Arial;width:0px;border-collapse:collapse;border:none" data-sheets-root="1" data-sheets-baot="1"><colgroup><col width="100"/><col width="100"/></colgroup><tbody><tr style="height:21px;"><td style="overflow:hidden;padding:2px 3px 2px 3px;vertical-align:bottom;">One<br/>line &quot;two&quot;</td><td style="overflow:hidden;padding:2px 3px 2px 3px;vertical-align:bottom;">a&nbsp; b</td></tr><tr style="height:21px;"><td style="overflow:hidden;padding:2px 3px 2px 3px;vertical-align:bottom;"></td><td style="overflow:hidden;padding:2px 3px 2px 3px;vertical-align:bottom;">&lt;b&gt;bold&lt;/b&gt;</td></tr></tbody></table>`,
};
