using System.Security.Cryptography;

namespace Stryke.Web.Security;

/// <summary>Comparisons whose time does not tell how much of a secret was guessed right.</summary>
public static class FixedTime
{
    /// <summary>Whether both hold the same bytes. The time depends on the lengths only, which are not secret.</summary>
    public static bool Equals(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right) => CryptographicOperations.FixedTimeEquals(left, right);
}
