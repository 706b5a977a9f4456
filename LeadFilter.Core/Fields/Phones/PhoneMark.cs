using System.Runtime.InteropServices;

namespace LeadFilter.Core.Fields.Phones;

/// <summary>What is known of a valid number besides its digits, small enough for the payload of a <see cref="FieldValue"/>.</summary>
/// <param name="Region">The region's number in the plans' archive, 0 to 511.</param>
/// <param name="Type">The type's number, 0 to 15.</param>
/// <param name="CallingCodeLength">Digits of the calling code, 1 to 3.</param>
/// <param name="ExtensionLength">Digits of the extension, 0 to 20.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct PhoneMark(int Region, int Type, int CallingCodeLength, int ExtensionLength)
{
    /// <summary>The payload.</summary>
    public double ToPayload() => ExtensionLength | (CallingCodeLength << 5) | (Type << 7) | (Region << 11);

    /// <summary>Reads a payload.</summary>
    /// <param name="payload">What <see cref="ToPayload"/> made.</param>
    public static PhoneMark FromPayload(double payload)
    {
        var bits = (int)payload;
        return new(bits >> 11, (bits >> 7) & 0xF, (bits >> 5) & 3, bits & 0x1F);
    }
}
