using LeadFilter.Core.Fields;

namespace LeadFilter.Core.Leads.Clocks;

/// <summary>
/// In which time zones a lead's person may be. The area code of <c>phone_1</c> says it, and the address: the postal code, or the state.
/// Where both are of one state, only zones count that both allow; otherwise the zones of both count. Of the United States, Canada,
/// Australia and the United Kingdom.
/// </summary>
public sealed class LeadClock
{
    private const string Britain = "GB";

    private readonly FieldOperand phone;
    private readonly FieldOperand postalCode;
    private readonly FieldOperand state;
    private readonly FieldOperand area;
    private readonly FieldOperand phoneCountry;
    private readonly FieldOperand zip;
    private readonly FieldOperand postalState;

    /// <summary>Reads leads of a layout.</summary>
    /// <param name="layout">The layout; it has the standard fields.</param>
    /// <exception cref="ArgumentException">It has not: what it lays out is no person.</exception>
    public LeadClock(FieldLayout layout)
    {
        ArgumentNullException.ThrowIfNull(layout);
        (phone, postalCode, state) = (Find("phone_1"), Find("postal_code"), Find("state"));
        (area, phoneCountry) = (Find("phone_1.area"), Find("phone_1.country"));
        (zip, postalState) = (Find("postal_code.zip5"), Find("postal_code.state"));
        Operands = [phone, postalCode, state];

        FieldOperand Find(string path) => layout.TryResolveField(path, out var operand)
            ? operand
            : throw new ArgumentException($"'{path}' is not a field of the layout.", nameof(layout));
    }

    /// <summary>Whether leads of a layout have a person, whose clock can be told.</summary>
    /// <param name="layout">The layout.</param>
    public static bool Knows(FieldLayout layout)
    {
        ArgumentNullException.ThrowIfNull(layout);
        return layout.TryFind("phone_1", out _);
    }

    /// <summary>Every zone that a person may be in.</summary>
    public static IReadOnlyList<TimeZoneInfo> Zones => ClockZones.All;

    /// <summary>The fields that it looks at.</summary>
    public IReadOnlyList<FieldOperand> Operands { get; }

    /// <summary>The zones in which a lead's person may be.</summary>
    /// <param name="lead">A lead of the layout.</param>
    /// <returns>A bit for each of <see cref="Zones"/>; 0 if the lead says nothing of it.</returns>
    public ulong ZonesOf(Lead lead)
    {
        var (byPhone, phoneState) = ByPhone(lead);
        var (byAddress, isOfPhoneState) = ByAddress(lead, phoneState);
        var both = byPhone & byAddress;
        return isOfPhoneState && both != 0 ? both : byPhone | byAddress;
    }

    /// <summary>What an operand is by each clock that a lead's person may have.</summary>
    /// <param name="operand">The operand.</param>
    /// <param name="lead">The lead.</param>
    public IEnumerable<FieldOperand> SeenOf(FieldOperand operand, Lead lead)
    {
        ArgumentNullException.ThrowIfNull(operand);
        var zones = ZonesOf(lead);
        return operand.IsByClock
            ? Zones.Where((_, at) => ((zones >> at) & 1) != 0)
                .Select(zone => operand.In(zone) with { Path = $"{operand.Path} ({zone.Id})" })
            : [operand];
    }

    /// <summary>Whether the lead says something of where its person is that cannot be read.</summary>
    /// <param name="lead">A lead of the layout.</param>
    public bool IsUnreadable(Lead lead) =>
        phone.Read(lead).Validity == Validity.Invalid
        || postalCode.Read(lead).Validity == Validity.Invalid
        || state.Read(lead).Validity == Validity.Invalid;

    private (ulong Zones, int State) ByPhone(Lead lead)
    {
        var code = area.Read(lead);
        if (code.IsValid)
        {
            return (ClockZones.OfArea(code.Text, out var place), place);
        }

        return (phoneCountry.Read(lead).Text is Britain ? ClockZones.British : 0, -1);
    }

    private (ulong Zones, bool IsOfPhoneState) ByAddress(Lead lead, int phoneState)
    {
        var (stated, postal) = (state.Read(lead), postalState.Read(lead));
        var (statedPlace, postalPlace) = (stated.IsValid ? (int)stated.Number : -1, postal.IsValid ? (int)postal.Number : -1);
        var zones = 0ul;
        if (postalPlace >= 0)
        {
            var digits = zip.Read(lead);
            zones = digits.IsValid ? ClockZones.OfZip(digits.Text, postalPlace) : ClockZones.OfState(postalPlace);
        }

        if (statedPlace >= 0 && statedPlace != postalPlace)
        {
            // Two states: nobody knows which one is right.
            zones |= ClockZones.OfState(statedPlace);
        }

        return (zones, phoneState >= 0
            && (statedPlace < 0 || statedPlace == phoneState)
            && (postalPlace < 0 || postalPlace == phoneState));
    }
}
