namespace Stryke.Web.Host.Commands;

/// <summary>Columns of text, each as wide as its widest cell.</summary>
internal static class TextTable
{
    private const string Gap = "  ";

    public static void Write(TextWriter output, params IReadOnlyList<IReadOnlyList<string>> rows)
    {
        if (rows.Count == 0)
            return;
        int[] widths = Enumerable.Range(0, rows[0].Count).Select(column => rows.Max(row => row[column].Length)).ToArray();
        foreach (var row in rows)
        {
            output.WriteLine(string.Join(Gap, row.Select((cell, column) => cell.PadRight(widths[column]))).TrimEnd());
        }
    }
}
