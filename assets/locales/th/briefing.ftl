briefing-phase = บรรยายสรุป
briefing-to = ถึงเจ้าหน้าที่{ $team }
briefing-law = กฎหมายของท่านให้ทำอะไรได้บ้าง
briefing-rounds = { $rounds } รอบ รอบละ { $hours } ชั่วโมง
briefing-budget = เจ้าหน้าที่ทุกคนรวมกัน { $hours } ชั่วโมงงานต่อรอบ
briefing-held = { $number ->
    [0] ยังไม่มีข้อมูล
   *[other] ถือข้อมูล { $number } รายการ
}
briefing-partner-read = { $team }อ่านบรรยายสรุปแล้ว
briefing-partner-reads = { $team }ยังไม่ได้อ่านบรรยายสรุป
briefing-read = อ่านแล้ว
briefing-waits = ทีมของคุณอ่านแล้ว จะไปต่อเมื่อ{ $team }อ่านแล้วเช่นกัน
briefing-questionnaire = { $number ->
    [0] แบบสอบถาม
   *[other] แบบสอบถาม (ส่งแล้ว { $number })
}
