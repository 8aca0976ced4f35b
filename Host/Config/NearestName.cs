namespace Stryke.Web.Host.Config;

/// <summary>Finds what somebody who mistyped a name probably meant.</summary>
internal static class NearestName
{
    /// <summary>How messages go on behind "there is no X": the nearest name, or all of them when none is near.</summary>
    public static string Suggest(string name, IReadOnlyCollection<string> known)
    {
        string? nearest = Of(name, known);
        return nearest is not null ? $"did you mean '{nearest}'?" : $"there are: {string.Join(", ", known)}";
    }

    /// <returns>
    /// The known name with the fewest edits, if they are few against its length, or the one that goes on where this stops; otherwise null.
    /// </returns>
    public static string? Of(string name, IReadOnlyCollection<string> known)
    {
        string? nearest = null;
        int fewest = int.MaxValue;
        foreach (string candidate in known)
        {
            int edits = Edits(name.ToLowerInvariant(), candidate.ToLowerInvariant());
            bool isNear = edits <= Math.Max(2, candidate.Length / 3) && edits < candidate.Length;
            if (isNear && edits < fewest) (nearest, fewest) = (candidate, edits);
        }
        if (nearest is not null || name.Length < 3) return nearest;
        return known.FirstOrDefault(candidate => candidate.StartsWith(name, StringComparison.OrdinalIgnoreCase));
    }

    // Levenshtein's distance with one row of the matrix.
    private static int Edits(string from, string to)
    {
        int[] row = Enumerable.Range(0, to.Length + 1).ToArray();
        for (int i = 1; i <= from.Length; i++)
        {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= to.Length; j++)
            {
                int replaced = diagonal + (from[i - 1] == to[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(replaced, 1 + Math.Min(row[j], row[j - 1]));
            }
        }
        return row[to.Length];
    }
}
