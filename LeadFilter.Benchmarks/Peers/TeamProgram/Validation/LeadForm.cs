using System.Text.Json.Serialization;

namespace LeadFilter.TeamProgram.Validation;

/// <summary>A lead as a vendor posts it.</summary>
public sealed record LeadForm
{
    [JsonPropertyName("first_name")]
    public string? FirstName { get; init; }

    [JsonPropertyName("last_name")]
    public string? LastName { get; init; }

    [JsonPropertyName("email")]
    public string? Email { get; init; }

    [JsonPropertyName("phone_1")]
    public string? Phone { get; init; }

    [JsonPropertyName("address_1")]
    public string? Address { get; init; }

    [JsonPropertyName("city")]
    public string? City { get; init; }

    [JsonPropertyName("state")]
    public string? State { get; init; }

    [JsonPropertyName("postal_code")]
    public string? PostalCode { get; init; }

    [JsonPropertyName("ip_address")]
    public string? IpAddress { get; init; }

    [JsonPropertyName("created_at")]
    public DateTimeOffset? CreatedAt { get; init; }

    [JsonPropertyName("tcpa_consent")]
    public string? Consent { get; init; }

    [JsonPropertyName("consent_text")]
    public string? ConsentText { get; init; }

    [JsonPropertyName("trustedform_cert_url")]
    public string? CertificateUrl { get; init; }

    [JsonPropertyName("homeowner")]
    public string? Homeowner { get; init; }

    [JsonPropertyName("monthly_bill")]
    public decimal? MonthlyBill { get; init; }

    [JsonPropertyName("property_type")]
    public string? PropertyType { get; init; }

    [JsonPropertyName("seconds_on_form")]
    public int? SecondsOnForm { get; init; }

    [JsonPropertyName("page_views")]
    public int? PageViews { get; init; }

    [JsonPropertyName("user_agent")]
    public string? UserAgent { get; init; }

    [JsonPropertyName("source")]
    public string? Source { get; init; }

    [JsonPropertyName("sub_id")]
    public string? SubId { get; init; }
}
