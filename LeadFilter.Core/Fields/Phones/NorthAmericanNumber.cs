using LeadFilter.Core.Fields.Phones.Areas;
using LeadFilter.Core.Fields.Phones.Plans;

namespace LeadFilter.Core.Fields.Phones;

/// <summary>
/// Numbers of states and provinces whose area code NANPA or the Canadian Numbering Administrator has put into service, whatever
/// libphonenumber knows of it: its plans lag behind. Islands and territories use a few exchanges only; there libphonenumber's plans, which
/// list them, settle it.
/// </summary>
/// <remarks>Facts: <see cref="AreaCodes"/>. Form: NXX-NXX-XXXX, N from 2 to 9, and no exchange of a place ends in 11.</remarks>
internal static class NorthAmericanNumber
{
    private const int Length = 10;

    private static readonly int UnitedStates = PlanArchive.FindRegion("US");
    private static readonly int Canada = PlanArchive.FindRegion("CA");
    private static readonly int FixedOrMobile = PlanArchive.TypeNumber("FIXED_LINE_OR_MOBILE");

    /// <summary>Tells which country a number belongs to and what it is.</summary>
    /// <param name="callingCode">The number's calling code.</param>
    /// <param name="national">The national number.</param>
    /// <param name="region">The region's number in <see cref="PlanArchive.RegionCodes"/>.</param>
    /// <param name="type">The type's number for <see cref="PlanArchive.TypeName"/>.</param>
    /// <returns>False if it is no number of a state or province.</returns>
    public static bool TryClassify(CallingCode callingCode, ReadOnlySpan<char> national, out int region, out int type)
    {
        (region, type) = (UnitedStates, FixedOrMobile);
        if (callingCode.Digits != "1" || national.Length != Length || IsImpossibleExchange(national)
            || AreaCodes.Find(national[..3]) is not { Mainland: { } country })
        {
            return false;
        }

        region = country == "CA" ? Canada : UnitedStates;
        return true;
    }

    /// <summary>Whether no number of a place has the exchange.</summary>
    /// <param name="national">A national number of ten digits.</param>
    public static bool IsImpossibleExchange(ReadOnlySpan<char> national) => national[3] < '2' || national[4..6] is "11";
}
