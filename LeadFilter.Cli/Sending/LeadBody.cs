using System.Runtime.InteropServices;
using System.Text;

namespace LeadFilter.Cli.Sending;

/// <summary>The JSON of a lead as it is sent, but for the times relative to the sending.</summary>
/// <param name="template">The JSON, with the expressions still in it.</param>
/// <param name="times">Where they are, in order.</param>
internal sealed class LeadBody(ReadOnlyMemory<byte> template, IReadOnlyList<LeadBody.Time> times)
{
    /// <summary>The bytes to send.</summary>
    /// <param name="now">The time of sending.</param>
    public ReadOnlyMemory<byte> At(DateTimeOffset now)
    {
        if (times.Count is 0)
        {
            return template;
        }

        using var filled = new MemoryStream(template.Length + (times.Count * 16));
        var copied = 0;
        foreach (var (start, length, expression) in times)
        {
            filled.Write(template.Span[copied..start]);
            filled.Write(Encoding.ASCII.GetBytes(expression.At(now)));
            copied = start + length;
        }

        filled.Write(template.Span[copied..]);
        return filled.ToArray();
    }

    /// <summary>An expression in the template.</summary>
    /// <param name="Start">Its first byte.</param>
    /// <param name="Length">Its bytes.</param>
    /// <param name="Expression">What it says.</param>
    [StructLayout(LayoutKind.Auto)]
    internal readonly record struct Time(int Start, int Length, NowExpression Expression);
}
