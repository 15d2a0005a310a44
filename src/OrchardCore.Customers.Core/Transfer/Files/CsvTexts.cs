using Microsoft.Extensions.Localization;

namespace OrchardCore.Customers.Transfer.Files;

/// <summary>What is told of files and rows that can't be taken as they are.</summary>
internal sealed class CsvTexts(IStringLocalizer<CsvTexts> S)
{
    public string Empty => S["The file is empty."].Value;

    public string Binary => S["This is no text, so no CSV file. Export the list as CSV and upload that."].Value;

    public string Incomplete => S["The file did not arrive completely, or a part of it was lost. Upload it again."].Value;

    public string CutShort => S["The file ends in the middle of this row. Perhaps it was not copied to its end."].Value;

    public string Null => S["The row contains NUL characters. Take them out, or save the file as UTF-8."].Value;

    public string Undecodable => S["The row has bytes that mean nothing in the chosen encoding. Choose the encoding that the file was saved in."].Value;

    /// <summary>What to do about a file that something else is in than its name says.</summary>
    public string Explain(FileSignature signature) => signature switch
    {
        FileSignature.Workbook => S["This is an Excel workbook. Open it, choose Save As and the type CSV UTF-8, and upload that file."].Value,
        FileSignature.OpenDocument => S["This is an OpenDocument spreadsheet. Open it, save it as Text CSV, and upload that file."].Value,
        FileSignature.Archive => S["This is a compressed archive. Unpack it and upload the CSV file that is in it."].Value,
        FileSignature.Document => S["This is a document, not a CSV file. Export the list as CSV and upload that."].Value,
        FileSignature.Picture => S["This is a picture, not a CSV file."].Value,
        FileSignature.WebPage => S["This is a web page, not a CSV file. Perhaps the download asked for a log-in; try it again."].Value,
        _ => Binary,
    };

    public string TooLarge(long bytes) => S["The file is larger than {0} MB, the most that may be uploaded. Divide it, or have the limit raised.", Math.Round(bytes / 1048576.0, 1)].Value;

    /// <summary>Two columns have the same name.</summary>
    public string Duplicate(string name, int first, int second) => S["Columns {0} and {1} have the same name, {2}. Rename one of them.", first, second, name].Value;

    public string TooManyColumns(int count, int most) => S["There are {0} columns; {1} are the most.", count, most].Value;

    public string TooManyCells(int count, int columns) => S["The row has {0} cells, and there are {1} columns. Perhaps a cell with a delimiter in it is not in quotation marks.", count, columns].Value;

    public string TooLongCell(int column, int length, int most) => S["The cell in column {0} has {1} characters; {2} are the most.", column, length, most].Value;

    public string TooLongRow(int most, int mostLines) => S["The row has more than {0} characters or {1} lines, or a quotation mark in it is not closed.", most, mostLines].Value;

    public string Unclosed(long line) => S["The quotation mark in line {0} is not closed. Close it, or write it twice if it is part of the text.", line].Value;

    public string Misquoted(long line) => S["The quotation marks in line {0} don't match. They stand around a whole cell; one that is part of the text is written twice.", line].Value;

    public string MisquotedLines(long first, long last) => S["The quotation marks in lines {0} to {1} don't match. They stand around a whole cell; one that is part of the text is written twice.", first, last].Value;

    /// <summary>A row may be what is left of a cell whose quotation marks don't match.</summary>
    public string Doubtful(int count, int columns) => S["It has {0} cells instead of {1}, and before it a quotation mark was not closed: perhaps it is no row.", count, columns].Value;
}
