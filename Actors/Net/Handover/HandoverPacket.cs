namespace Stryke.Web.Actors.Net.Handover;

/// <summary>
/// What the two processes say to each other. Each packet is a kind and the version of this language; <see cref="Sockets"/> goes on with a
/// byte for each descriptor beside it: whether somebody else owns it (<see cref="ListenTarget.IsExternallyOwned"/>). Addresses are not
/// sent, as sockets know theirs.
/// </summary>
internal static class HandoverPacket
{
    internal const byte Version = 1;

    /// <summary>Old to new: some of the sockets.</summary>
    internal const byte Sockets = (byte)'S';

    /// <summary>Old to new: these were all.</summary>
    internal const byte End = (byte)'E';

    /// <summary>Old to new: no. The reason follows, in UTF-8.</summary>
    internal const byte Refusal = (byte)'N';

    /// <summary>New to old: I accept on them.</summary>
    internal const byte Ready = (byte)'R';

    /// <summary>Old to new: I accept no more; the path is yours.</summary>
    internal const byte Done = (byte)'D';

    /// <summary>The kernel's bound is 253 (<c>SCM_MAX_FD</c>).</summary>
    internal const int MostDescriptors = 250;

    internal const int MostBytes = 2 + MostDescriptors;

    internal static byte[] Of(byte kind, params ReadOnlySpan<byte> rest) => [kind, Version, .. rest];
}
