/** The tables and columns that the source documents name, of the parts that this product has now; `columns` in words. */
export type SourceTable = { document: string; table: string; columns: string };

const ORDER = "Database Migration Order - Phase 1";
const ARCHITECTURE = "Database Architecture Documentation";
const VIEWER = "Database Migrations (Twilio Call Viewer)";

export const SOURCE_TABLES: readonly SourceTable[] = [
  { document: ORDER, table: "users", columns: "id email password_hash created_at updated_at" },
  { document: ORDER, table: "user_sessions", columns: "id user_id session_token expires_at created_at" },
  {
    document: ORDER,
    table: "tenants",
    columns:
      "id business_name business_address business_latitude business_longitude trade_type " +
      "service_area_radius onboarding_completed onboarding_step created_at updated_at",
  },
  {
    document: ORDER,
    table: "user_profiles",
    columns: "id user_id tenant_id first_name last_name email phone_number created_at updated_at",
  },
  {
    document: ORDER,
    table: "user_preferences",
    columns:
      "id user_id notification_email notification_sms notification_push ai_takeover_delay created_at " + "updated_at",
  },
  {
    document: ORDER,
    table: "user_status",
    columns: "id user_id is_active is_online status last_seen_at created_at updated_at",
  },
  {
    document: ORDER,
    table: "business_settings",
    columns:
      "id tenant_id business_hours timezone auto_response_enabled auto_response_message " +
      "ai_greeting_template created_at updated_at",
  },
  {
    document: ORDER,
    table: "phone_numbers",
    columns:
      "id tenant_id phone_number phone_number_sid messaging_service_sid friendly_name area_code region " +
      "number_type capabilities status status_reason date_provisioned date_released webhooks_configured " +
      "voice_webhook_url sms_webhook_url status_callback_url monthly_price_cents setup_price_cents currency " +
      "created_at updated_at",
  },
  {
    document: ORDER,
    table: "messaging_services",
    columns:
      "phone_number_id messaging_service_sid friendly_name inbound_webhook_url inbound_method fallback_url " +
      "status_callback created_at updated_at",
  },
  {
    document: ORDER,
    table: "calls",
    columns:
      "id call_sid tenant_id customer_phone business_phone direction status start_time end_time duration " +
      "processed sms_triggered conversation_created lead_created conversation_id lead_id caller_city " +
      "caller_state caller_country created_at updated_at",
  },
  {
    document: ORDER,
    table: "conversations",
    columns:
      "id tenant_id call_id customer_phone business_phone status ai_active human_active ai_handoff_time " +
      "human_takeover_time last_message_time last_human_response_time message_count ai_message_count " +
      "human_message_count outcome appointment_scheduled lead_id created_at updated_at",
  },
  {
    document: ORDER,
    table: "messages",
    columns:
      "id conversation_id tenant_id message_sid direction sender body processed ai_processed confidence " +
      "intent status error_code error_message sent_at delivered_at created_at",
  },
  {
    document: ORDER,
    table: "leads",
    columns:
      "id tenant_id conversation_id call_id customer_phone customer_name customer_email customer_address " +
      "problem_description job_type urgency_level estimated_value status status_notes ai_analysis " +
      "appointment_id conversion_value lost_reason created_at updated_at",
  },
  {
    document: ARCHITECTURE,
    table: "users",
    columns:
      "id tenant_id email password_hash first_name last_name role is_active email_verified " +
      "verification_token failed_login_attempts locked_until last_login_at created_at updated_at name " +
      "business_name phone_number service_area_center service_radius_miles trade_type subscription_tier " +
      "status display_name email_verification_token email_verified_at permissions two_factor_enabled " +
      "two_factor_secret backup_codes login_attempts timezone profile_photo_url invited_by " +
      "invitation_accepted_at",
  },
  {
    document: ARCHITECTURE,
    table: "user_sessions",
    columns:
      "id user_id refresh_token refresh_token_hash expires_at ip_address user_agent device_fingerprint " +
      "is_active created_at last_used_at tenant_id session_token session_data last_activity_at",
  },
  {
    document: ARCHITECTURE,
    table: "tenants",
    columns:
      "id name domain phone_number business_type subscription_tier is_active created_at updated_at " +
      "business_name business_address business_phone industry owner_id status onboarding_step " +
      "onboarding_completed service_radius_miles estimated_job_min estimated_job_max business_hours_start " +
      "business_hours_end timezone service_area_center service_area_radius_miles allowed_zip_prefixes " +
      "business_email business_website account_status subscription_plan billing_status " +
      "business_license_number tax_id insurance_policy_number onboarding_completed_at trial_ends_at",
  },
  {
    document: ARCHITECTURE,
    table: "user_profiles",
    columns:
      "id user_id email first_name last_name display_name phone_number profile_photo_url timezone role " +
      "tenant_id is_active created_at updated_at",
  },
  {
    document: ARCHITECTURE,
    table: "user_preferences",
    columns:
      "id user_id sms_notifications_enabled email_notifications_enabled push_notifications_enabled " +
      "dashboard_sounds_enabled dashboard_default_view dashboard_refresh_interval show_tutorial " +
      "auto_response_enabled ai_takeover_notifications customer_response_timeout created_at updated_at",
  },
  {
    document: ARCHITECTURE,
    table: "user_status",
    columns: "id user_id is_active is_online last_seen_at current_status status_message updated_at",
  },
  {
    document: ARCHITECTURE,
    table: "business_settings",
    columns:
      "id tenant_id greeting_template ai_takeover_delay_seconds basic_job_estimate_min " +
      "basic_job_estimate_max created_at updated_at business_hours holidays services_offered service_areas " +
      "pricing_tiers auto_response_enabled emergency_response_enabled google_calendar_enabled " +
      "outlook_calendar_enabled servicem8_enabled notification_settings",
  },
  {
    document: ARCHITECTURE,
    table: "settings",
    columns:
      "id user_id tenant_id ai_enabled ai_takeover_delay_seconds ai_greeting_template ai_personality " +
      "emergency_service_enabled emergency_after_hours emergency_multiplier_evening " +
      "emergency_multiplier_night emergency_multiplier_weekend max_jobs_per_day max_concurrent_jobs " +
      "booking_advance_days cancellation_window_hours base_hourly_rate minimum_charge travel_fee_enabled " +
      "travel_fee_per_mile diagnostic_fee sms_notifications_enabled email_notifications_enabled " +
      "push_notifications_enabled created_at updated_at",
  },
  {
    document: ARCHITECTURE,
    table: "phone_numbers",
    columns:
      "id tenant_id phone_number twilio_phone_sid status capabilities webhook_urls area_code locality " +
      "region country number_type provisioned_at released_at monthly_cost_cents setup_cost_cents currency " +
      "created_at updated_at phone_number_sid friendly_name country_code messaging_service_sid " +
      "voice_webhook_url sms_webhook_url status_callback_url provisioning_status date_provisioned " +
      "date_released verification_required tfv_status ten_dlc_brand_status ten_dlc_campaign_status",
  },
  {
    document: ARCHITECTURE,
    table: "calls",
    columns:
      "id tenant_id conversation_id caller_phone called_phone call_direction call_status call_type " +
      "duration_seconds started_at ended_at recording_url recording_duration_seconds twilio_call_sid " +
      "caller_name caller_city caller_state caller_country disconnect_reason price price_unit answered_by " +
      "forwarded_from created_at updated_at call_sid parent_call_sid from_number to_number customer_phone " +
      "call_start_time call_end_time call_duration_seconds answered missed_call caller_zip " +
      "processing_status sms_sent ai_processed lead_created lead_id",
  },
  {
    document: ARCHITECTURE,
    table: "call_participants",
    columns: "id call_id phone_number participant_type joined_at left_at muted on_hold created_at updated_at",
  },
  {
    document: ARCHITECTURE,
    table: "call_metadata",
    columns: "id call_id metadata_key metadata_value metadata_type created_at updated_at",
  },
  {
    document: ARCHITECTURE,
    table: "conversations",
    columns:
      "id tenant_id customer_phone status subject priority channel assigned_to first_call_id last_call_id " +
      "total_calls total_duration_seconds customer_name customer_email customer_address notes tags " +
      "created_at updated_at closed_at call_id business_phone conversation_status conversation_type " +
      "ai_active ai_handoff_time human_takeover_time last_human_response_time outcome outcome_data " +
      "appointment_scheduled last_message_time message_count",
  },
  {
    document: ARCHITECTURE,
    table: "messages",
    columns:
      "id conversation_id tenant_id message_sid message_body message_direction from_number to_number " +
      "message_status delivery_status error_code error_message ai_processed ai_generated ai_confidence " +
      "intent_classification sent_at delivered_at created_at",
  },
  {
    document: ARCHITECTURE,
    table: "conversation_events",
    columns: "id conversation_id call_id event_type event_data created_by created_at",
  },
  {
    document: ARCHITECTURE,
    table: "leads",
    columns:
      "id user_id tenant_id customer_phone customer_name customer_email customer_address customer_location " +
      "lead_source lead_status problem_description urgency_level estimated_value call_sid " +
      "call_duration_seconds missed_call_time ai_analysis ai_confidence_score ai_recommended_actions " +
      "outcome outcome_notes conversion_value created_at updated_at",
  },
  {
    document: ARCHITECTURE,
    table: "appointments",
    columns:
      "id user_id tenant_id lead_id customer_phone customer_name customer_address scheduled_start " +
      "scheduled_end actual_start actual_end timezone service_type problem_description " +
      "estimated_duration_minutes estimated_cost appointment_status completion_status actual_cost " +
      "customer_satisfaction google_event_id outlook_event_id calendar_provider created_at updated_at",
  },
  { document: VIEWER, table: "twilio_webhook_inbox", columns: "" },
  { document: VIEWER, table: "call_events", columns: "" },
  { document: VIEWER, table: "sync_state", columns: "" },
  { document: VIEWER, table: "messages", columns: "updated_at last_event_time is_final finalized_at sync_state" },
];
