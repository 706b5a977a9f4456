using Microsoft.AspNetCore.Http;

namespace LeadFilter.Tests.Delivery;

/// <summary>What a CRM does with one call.</summary>
internal delegate Task CrmStep(ScriptedCrm crm, HttpContext context, CrmCall call);
