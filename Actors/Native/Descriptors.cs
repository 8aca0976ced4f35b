namespace Stryke.Web.Actors.Native;

/// <summary>How many descriptors the process may have.</summary>
internal static unsafe class Descriptors
{
    private const int LimitOfOpenFiles = 7;

    /// <summary>The limit of this moment (<c>ulimit -n</c>) less <paramref name="spare"/> of them, but not less than half.</summary>
    internal static int Without(int spare)
    {
        // struct rlimit: the soft limit, which holds, and the hard one.
        nuint* limits = stackalloc nuint[2];
        if (Libc.GetLimit(LimitOfOpenFiles, limits) < 0)
            return int.MaxValue;
        int limit = (int)nuint.Min(limits[0], int.MaxValue);
        return limit - Math.Min(spare, limit / 2);
    }
}
