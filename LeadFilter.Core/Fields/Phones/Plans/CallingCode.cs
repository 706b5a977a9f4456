using System.Globalization;

namespace LeadFilter.Core.Fields.Phones.Plans;

/// <summary>A country calling code and the regions that share it.</summary>
internal sealed class CallingCode
{
    private const int TypesOfRegion = 11;

    private readonly DigitAutomaton numbers;
    private readonly NumberingPlan[] plans;

    /// <summary>Unpacks a calling code.</summary>
    /// <param name="code">1 to 999.</param>
    /// <param name="regions">The regions' numbers, the main one first.</param>
    /// <param name="packed">Bytes as tools/refresh-phones.mjs writes them.</param>
    public CallingCode(int code, ReadOnlySpan<int> regions, ReadOnlySpan<byte> packed)
    {
        Digits = code.ToString(CultureInfo.InvariantCulture);
        numbers = new(ref packed);
        plans = new NumberingPlan[regions.Length];
        for (var i = 0; i < regions.Length; i++)
        {
            plans[i] = new(this, regions[i], ref packed);
        }
    }

    /// <summary>The code in digits: 44.</summary>
    public string Digits { get; }

    /// <summary>The plan of the region that stands for all of them: the United States for 1.</summary>
    public NumberingPlan MainPlan => plans[0];

    /// <summary>The plan of a region.</summary>
    /// <param name="region">A region of this calling code.</param>
    public NumberingPlan PlanOf(int region) => Array.Find(plans, plan => plan.Region == region)!;

    /// <summary>Tells which region a number belongs to and what it is.</summary>
    /// <param name="national">The national number.</param>
    /// <param name="region">The region's number in <see cref="PlanArchive.RegionCodes"/>.</param>
    /// <param name="type">The type's number for <see cref="PlanArchive.TypeName"/>.</param>
    /// <returns>False if the number is not valid.</returns>
    public bool TryClassify(ReadOnlySpan<char> national, out int region, out int type)
    {
        var label = numbers.LabelOf(national) - 1;
        (region, type) = label < 0 ? (0, 0) : (plans[label / TypesOfRegion].Region, label % TypesOfRegion);
        return label >= 0;
    }
}
