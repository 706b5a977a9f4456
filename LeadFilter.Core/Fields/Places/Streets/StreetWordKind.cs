namespace LeadFilter.Core.Fields.Places.Streets;

/// <summary>What a word may be in a street; its neighbors decide what it is.</summary>
[Flags]
internal enum StreetWordKind
{
    /// <summary>Any word.</summary>
    None = 0,

    /// <summary>A kind of street that ends its name: Ave.</summary>
    Type = 1 << 0,

    /// <summary>The number behind it is the road's: Highway 61.</summary>
    Numbered = 1 << 1,

    /// <summary>Says whose road it is, and is no name by itself: County Road 12.</summary>
    Qualifier = 1 << 2,

    /// <summary>A point of the compass.</summary>
    Direction = 1 << 3,

    /// <summary>Announces a flat, whose number or letter follows: Apt.</summary>
    Unit = 1 << 4,

    /// <summary>Hardly anything but the announcement of a flat: Suite, but not Flat or Level.</summary>
    Strong = 1 << 5,

    /// <summary>Says only that a flat's number follows, so that identities do without it.</summary>
    Silent = 1 << 6,

    /// <summary>A flat by itself: Rear.</summary>
    Alone = 1 << 7,

    /// <summary>Announces a building of several at one number.</summary>
    Building = 1 << 8,

    /// <summary>Announces a floor, or stands behind its number: 2nd Floor.</summary>
    Floor = 1 << 9,

    /// <summary>Announces a number of any kind: #, No.</summary>
    Mark = 1 << 10,

    /// <summary>A route or a military unit, whose boxes are homes: RR, HC, PSC.</summary>
    Route = 1 << 11,

    /// <summary>A box, whose number follows.</summary>
    Box = 1 << 12,

    /// <summary>A kind of street that stands before its name: Calle.</summary>
    Prefix = 1 << 13,

    /// <summary>A development, whose streets have names and numbers of their own: Urb.</summary>
    Estate = 1 << 14,

    /// <summary>A number of order in letters: Fifth.</summary>
    Ordinal = 1 << 15,

    /// <summary>A number in letters: Five.</summary>
    Spelled = 1 << 16,
}
