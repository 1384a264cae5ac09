# บันทึกเหตุการณ์ของการฝึก: หนึ่งประโยคต่อหนึ่งเหตุการณ์ ผู้กระทำแสดงไว้ข้างประโยค
account-round = รอบที่ { $round } จาก { $of } เวลา { $time }
account-no-verdict = { debrief-phase } ไม่มีข้อสรุปร่วม

account-sent = มอบหมายงานให้{ $officer }: { $task }
account-called-back = เรียก{ $officer }กลับ
account-done = { $officer }: { $task }: สำเร็จ (สุ่มได้ { $roll } ต้องไม่เกิน { $chance })
account-not-done = { $officer }: { $task }: ไม่สำเร็จ (สุ่มได้ { $roll } ต้องไม่เกิน { $chance })
account-still-at = { $officer }ยังทำงานต่อ: { $task }
account-begins = { $officer }เริ่มงาน: { $task }
account-finding = ผลตรวจ “{ $title }”: { $finding }
account-played-well = { $officer }: { $task }: ทำได้ดี { $points } จาก 100 คะแนน
account-played-badly = { $officer }: { $task }: ทำได้ไม่ดี { $points } จาก 100 คะแนน
account-walked-out = { $officer }: { $task }: เดินออกกลางคัน

account-not-ready = แจ้งว่ายังไม่พร้อม
account-time-up = หมดเวลา ดำเนินการตามแผนของรอบนี้
account-facilitator-ends = ผู้ควบคุมการฝึกยุติช่วงวางแผน ดำเนินการตามแผนของรอบนี้
account-both-ready = ทั้งสองฝ่ายพร้อมแล้ว ดำเนินการตามแผนของรอบนี้
account-stopped = หยุดเวลา
account-runs-again = เดินเวลาต่อ
account-extended = ขยายเวลาช่วงนี้อีก { $seconds } วินาที

account-shares = { $arrives ->
    [0] ส่ง { $item } { $form } ({ $channel }) ถึงทันที
   *[other] ส่ง { $item } { $form } ({ $channel }) จะถึงในรอบที่ { $arrives }
}
account-note = บันทึกนำส่ง: “{ $note }”
account-receives = ได้รับ { $item }
account-message = ข้อความ: “{ $text }”
account-item = { $number } “{ $title }”
account-new-item = ข้อมูลใหม่ในแฟ้ม: { $item }

account-asks = ขอข้อมูลจากอีกฝ่ายเรื่อง{ $names }
account-words = “{ $text }”
account-answers = ตอบคำขอเรื่อง{ $names }: { $items }
account-answers-no-trace = ตอบคำขอเรื่อง{ $names }: ไม่พบข้อมูล
account-answers-refused = ปฏิเสธคำขอเรื่อง{ $names }: { $why }
account-query-match = ตรวจงานซ้ำเรื่อง{ $about }: ซ้ำกัน
account-query-no-match = ตรวจงานซ้ำเรื่อง{ $about }: ไม่ซ้ำ
account-query-met = พบงานที่ซ้ำกับเรื่องที่เคยตรวจ: { $about }
account-asks-consent = ขออนุญาตใช้ { $item }
account-consents = อนุญาตให้อีกฝ่ายใช้ { $item }
account-no-consent = ไม่อนุญาตให้อีกฝ่ายใช้ { $item }
account-breach = ใช้ { $item } { $use } โดยไม่ได้รับอนุญาตจากเจ้าของข้อมูล
account-trust = ความไว้วางใจระหว่างสองหน่วย: { $from } → { $to }
account-trust-why = ความไว้วางใจระหว่างสองหน่วย: { $from } → { $to } { $why }
account-blue-on-blue = เจ้าหน้าที่สองหน่วยปฏิบัติงานซ้อนกันที่{ $about }: “{ $north }” กับ “{ $south }” งานของ{ $failed }เสียเปล่า
account-welfare = { $name }: สวัสดิภาพ { $from } → { $to }
account-alarm = ความระแวงของเครือข่าย: { $from } → { $to }

account-first-theory = ข้อสันนิษฐานแรก: { $theory }
account-theory-revised = แก้ไขข้อสันนิษฐาน: { $theory }
account-verdict-drafted = ร่างข้อสรุปร่วม ฉบับที่ { $revision }: { $theory }
account-verdict-signed = ลงนามในข้อสรุปร่วม ฉบับที่ { $revision }
account-no-offence = ไม่ระบุฐานความผิด
account-open = { $question } ยังไม่ตอบ
account-answer = { $question } { $answer }
account-says = { $what }: { $said }
account-citing = อ้างอิง { $items }
account-sure = มั่นใจร้อยละ { $confidence }
account-parts = { $all } · { $next }

account-link = { $from } { $kind } { $to }
account-link-drawn = เพิ่มความเชื่อมโยง: { $link } (อ่านได้จาก { $items })
account-link-removed = นำความเชื่อมโยงออกจากผัง: { $link }
account-link-posted = นำขึ้นกระดานร่วม: { $link } (มีข้อมูลสนับสนุน { $behind } รายการ)
account-link-withdrawn = นำออกจากกระดานร่วม: { $link }
account-link-doubted = โต้แย้งว่า { $link }: “{ $text }”
account-link-settled = ยุติข้อโต้แย้งว่า { $link }

account-applies = ยื่นคำขอ “{ $title }” อ้างอิง { $items }: { $decided }
account-granted-at-once = อนุมัติ มีผลทันที
account-granted = อนุมัติ มีผลตั้งแต่รอบที่ { $round }
account-turned-down = ไม่อนุมัติ { $why }
account-lack-nothing-cited = ไม่มีข้อมูลที่อ้างอิงรายการใดสนับสนุน
account-lack-too-weak = มีข้อมูลระดับอ่อนเพียงรายการเดียว ไม่มีรายการอื่นสนับสนุน
account-lack-not-admissible = ไม่มีข้อมูลที่ศาลรับฟังได้
account-lack-tear-line-only = มีเพียงฉบับย่อ แต่ต้องใช้ฉบับเต็ม

account-plan-drafted = ร่างแผน ฉบับที่ { $revision }: { $plan }
account-signatures-fall = ลายมือชื่อเดิมตกไป
account-plan-signed = ลงนามในแผน ฉบับที่ { $revision }
account-plan-stands = ลงนามในแผน ฉบับที่ { $revision }: แผนมีผล
account-plan-put-away = ถอนแผนออก
account-plan-no-objective = ยังไม่กำหนดเป้าหมาย
account-plan-no-start = ยังไม่กำหนดเวลาเริ่ม
account-plan-place = { $team }ไปที่{ $place }
account-plan-start = รอบที่ { $round } เวลา { $time }
account-plan-basis = อาศัยอำนาจตาม{ $title }
account-plan-risks = ระบุความเสี่ยง { $number } ข้อ
account-operation-success = ปฏิบัติการร่วม “{ $title }”: สำเร็จ (สุ่มได้ { $roll } ต้องไม่เกิน { $chance } · { $odds })
account-operation-failure = ปฏิบัติการร่วม “{ $title }”: ไม่สำเร็จ (สุ่มได้ { $roll } ต้องไม่เกิน { $chance } · { $odds })
account-operation-missed = ปฏิบัติการร่วม “{ $title }”: ไม่สำเร็จ { $misses }
account-operation-danger = ปฏิบัติการร่วม “{ $title }”: ข้อผิดพลาดร้ายแรง ผู้มีความเสี่ยงถูกทิ้งไว้ในอันตราย
account-miss-place = { $team }ไปผิดสถานที่

account-inject = เหตุการณ์แทรก { $number } { $from }: { $text }
account-inject-by-hand = เหตุการณ์แทรก { $number } (ผู้ควบคุมการฝึกส่งเอง) { $from }: { $text }
account-inject-held = พักเหตุการณ์แทรก { $number }
account-inject-released = ปล่อยเหตุการณ์แทรก { $number }
account-inject-skipped = ข้ามเหตุการณ์แทรก { $number }
account-inject-edited = แก้ไขข้อความเหตุการณ์แทรก { $number } เป็น: “{ $text }”
account-inject-inserted = เหตุการณ์แทรกนอกบัญชี { $from }: { $text }
account-decides = ตัดสินใจตามเหตุการณ์แทรก { $number }: { $option }
account-undecided = ไม่ได้ตัดสินใจตามเหตุการณ์แทรก { $number } ทันเวลา จึงเป็นไปดังนี้: { $option }
account-network = เครือข่าย: { $text }
account-prevented = ป้องกันไว้ได้: { $text }
account-alarmed = เครือข่ายรู้ตัว: { $text }

account-pace = เวลาเดินที่อัตราร้อยละ { $percent }
account-given = ผู้ควบคุมการฝึกให้ข้อมูล: { $item }
account-changed-to-done = ผู้ควบคุมการฝึกแก้ไขผลของรอบที่ { $round }: { $task }: แก้เป็นสำเร็จ เหตุผล: “{ $reason }”
account-changed-to-not-done = ผู้ควบคุมการฝึกแก้ไขผลของรอบที่ { $round }: { $task }: แก้เป็นไม่สำเร็จ เหตุผล: “{ $reason }”
account-trainer-says = ผู้ควบคุมการฝึกแจ้ง: “{ $text }”
account-noted = { $by ->
    [evaluator] ผู้ประเมินบันทึก
   *[trainer] ผู้ควบคุมการฝึกบันทึก
}{ $critical ->
    [0] {""}
   *[other] ข้อผิดพลาดร้ายแรง
}{ $rating ->
    [none] {""}
   *[other] {" "}(ระดับ { $rating })
}: “{ $text }”
account-truth-waits = ข้อเท็จจริงจะเปิดเมื่อผู้ควบคุมการฝึกสั่ง
account-truth-opened = ผู้ควบคุมการฝึกเปิดข้อเท็จจริงให้ทั้งสองฝ่าย
account-rated = { $who } ให้คะแนน “{ $task }”: { $rating }{ $noted ->
    [0] {""}
   *[other] {" "}“{ $note }”
}
account-rating-settled = ตัดสินผล “{ $task }”: { $rating }{ $noted ->
    [0] {""}
   *[other] {" "}“{ $note }”
}
account-questionnaire = ส่งแบบสอบถามแล้ว ({ $when })
account-occasion-before = ก่อนการฝึก
account-occasion-after = หลังการฝึก
account-occasion-follow-up = ติดตามผล
account-answers-shown = แสดงคำตอบของแบบสอบถาม
