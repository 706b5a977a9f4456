using System.Diagnostics.CodeAnalysis;
using LeadFilter.Core.Fields.Emails;
using LeadFilter.Core.Fields.Flags;
using LeadFilter.Core.Fields.Names;
using LeadFilter.Core.Fields.Numbers;
using LeadFilter.Core.Fields.Persons;
using LeadFilter.Core.Fields.Phones;
using LeadFilter.Core.Fields.Places.Cities;
using LeadFilter.Core.Fields.Places.Countries;
using LeadFilter.Core.Fields.Places.Postal;
using LeadFilter.Core.Fields.Places.Streets;
using LeadFilter.Core.Fields.Times;
using LeadFilter.Core.Fields.Web;
using LeadFilter.Core.Fields.Web.UserAgents;

namespace LeadFilter.Core.Fields.Catalogue;

/// <summary>The types that a field can have, by the names that campaign files use.</summary>
public static class FieldTypes
{
    private static readonly Dictionary<string, FieldType> ByName;

    static FieldTypes()
    {
        All =
        [
            StringType.Instance, NameType.First, NameType.Last, NameType.Full, EmailType.Instance, PhoneType.Instance,
            StreetType.Instance, CityType.Instance, StateType.Instance, PostalCodeType.Instance, CountryType.Instance,
            NumberType.Instance, RangeType.Instance, MoneyType.Instance, PercentageType.Instance, BooleanType.Instance, GenderType.Instance,
            SsnType.Instance,
            TimestampType.Instance, DateType.Instance, TimeType.Instance, DobType.Instance,
            UrlType.Instance, TrustedFormType.Instance, IpType.Instance, UserAgentType.Instance,
        ];
        ByName = All.ToDictionary(type => type.Name, StringComparer.Ordinal);
    }

    /// <summary>All types.</summary>
    public static IReadOnlyList<FieldType> All { get; }

    /// <summary>Finds a type.</summary>
    /// <param name="name">Its name, such as <c>phone</c>, in lower case.</param>
    /// <param name="type">The type.</param>
    public static bool TryFind(string name, [NotNullWhen(true)] out FieldType? type) => ByName.TryGetValue(name, out type);
}
