using LeadFilter.Core.Vendors;

namespace LeadFilter.Core.Staff;

/// <summary>A named key of the buyer's staff, or of a program of theirs.</summary>
/// <param name="Name">The name, as logs show it.</param>
/// <param name="Role">What it may be used for.</param>
/// <param name="Hashes">The hashes of the keys that stand for it; several while a key is being changed.</param>
public sealed record StaffKey(string Name, StaffRole Role, IReadOnlyList<KeyHash> Hashes)
{
    /// <summary>The fewest characters of a key: a shorter one opens nothing, even if its hash is listed.</summary>
    public const int MinLength = 16;

    /// <summary>The name of the admin key that a setting holds by itself.</summary>
    public const string AdminName = "admin";

    /// <summary>The name of the CRM's key that a setting holds by itself.</summary>
    public const string CrmName = "crm";

    /// <summary>The admin key of a setting.</summary>
    /// <param name="key">The key.</param>
    public static StaffKey AdminOf(string key) => new(AdminName, StaffRole.Admin, [KeyHash.Of(key)]);

    /// <summary>The CRM's key of a setting.</summary>
    /// <param name="key">The key.</param>
    public static StaffKey CrmOf(string key) => new(CrmName, StaffRole.Crm, [KeyHash.Of(key)]);
}
