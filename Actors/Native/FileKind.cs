namespace Stryke.Web.Actors.Native;

/// <summary>What a file is: the bits of its mode that say so (inode(7)).</summary>
internal enum FileKind : ushort
{
    Fifo = 0x1000,
    CharacterDevice = 0x2000,
    Directory = 0x4000,
    BlockDevice = 0x6000,
    Regular = 0x8000,
    Socket = 0xC000,
    Mask = 0xF000,
}
