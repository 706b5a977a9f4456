using System.Text;

namespace LeadFilter.Core.Data;

/// <summary>
/// A file of this folder. It is read where the assembly's image lies in memory: nothing is opened, copied or unpacked, and a page that
/// nobody asks for is never loaded. Sources: docs/data.md.
/// </summary>
internal sealed unsafe class EmbeddedFile
{
    private readonly byte* start;
    private readonly int length;

    /// <summary>Finds a file.</summary>
    /// <param name="name">Its name without folder, such as <c>disposable-domains.txt</c>.</param>
    /// <exception cref="InvalidOperationException">There is none of this name.</exception>
    public EmbeddedFile(string name)
    {
        // The image stays where it is for as long as this class is loaded, so the pointer outlives the stream.
        using var image = typeof(EmbeddedFile).Assembly.GetManifestResourceStream(name) as UnmanagedMemoryStream
            ?? throw new InvalidOperationException(
                $"LeadFilter.Core was built without its data file {name}. Build it from LeadFilter.Core.csproj.");
        start = image.PositionPointer;
        length = checked((int)image.Length);
    }

    /// <summary>The file's bytes.</summary>
    public ReadOnlySpan<byte> Read() => new(start, length);

    /// <summary>The lines of a file of ASCII text, without empty ones.</summary>
    public string[] ReadLines() => Encoding.ASCII.GetString(Read()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
